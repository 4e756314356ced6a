/** Which stack a command is about. */
export interface StackName {
  readonly stage: string;
  readonly region: string;
}

/** How the options of `npx bridge` name it, with a blank before; what they are without being given is left out. */
export const toCommandOptions = ({ stage, region }: StackName): string =>
  stage === LOCAL_STAGE
    ? ' --local'
    : `${stage === 'dev' ? '' : ` --stage ${stage}`}${region === 'eu-central-1' ? '' : ` --region ${region}`}`;

/** The stage of the stack of `npm start`. */
const LOCAL_STAGE = 'local';
