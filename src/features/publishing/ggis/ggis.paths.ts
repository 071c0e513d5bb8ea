/** Where the team gets what the Government Grants Information System asks for. */
export const ggisPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/ggis`

/** The files of it. @param inKind whether support in kind is in them */
export const ggisFilePath = (
  fund: string,
  round: string,
  file: 'scheme.csv' | 'awards.csv' | 'payments.csv' | 'records.ods' | 'records.xlsx',
  inKind: boolean,
): string => `${ggisPath(fund, round)}/${file}${inKind ? '?in-kind=yes' : ''}`
