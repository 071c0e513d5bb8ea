/** What somebody is told who is invited into a network. */
export const invitationMail = ({ fundName, link }: { readonly fundName: string; readonly link: string }) => ({
  subject: `You are invited to the network of ${fundName}`,
  body: `The programme team of ${fundName} invites you to its network: councils that review how a service is delivered, and those who help them, learn from each other there.

Sign in with the address of this email to join:
${link}`,
})
