/** The code of conduct that a network begins with, in Markdown; version 0. A programme team writes the next ones. */
export const firstConduct = `This network is for people who review and change how public services are delivered to learn from each other.

- **Say what went wrong as well as what went well.** It is of more use to your peers than a success story.
- **What you read here stays here.** Do not pass it on outside the network unless whoever wrote it agrees, or it is published.
- **Leave personal data out.** Write about services and decisions, not about people who use a service or work in it.
- **Leave out what is commercially confidential**, such as the price of a bid while a contract is being let.
- **Be civil.** Argue about what was said and not about who said it.
- **Do not sell.** Say so when you have an interest in what you recommend.
- **It is not legal or financial advice.** Take your own before you rely on it.

Anybody can report a post. The programme team looks at each report, tells the author what it decides and why, and the author can ask for it to be looked at again.`
