/** What a resource of the template is on this machine. */
export interface Physical {
  readonly ref: string;
  readonly arn: string;
}

export interface Surroundings {
  readonly region: string;
  readonly stack: string;
  readonly resources: ReadonlyMap<string, Physical>;
}

export const LOCAL_AWS_ACCOUNT = '000000000000';

/** The value with its Ref, Fn::GetAtt, Fn::Sub and Fn::Join resolved; what stands for nothing local becomes `local-…`. */
export const resolveIntrinsics = (value: unknown, around: Surroundings): unknown => {
  if (Array.isArray(value)) return value.map((item) => resolveIntrinsics(item, around));
  if (!isTree(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    const resolved = resolveFunction(only[0], only[1], around);
    if (resolved !== undefined) return resolved;
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolveIntrinsics(item, around)]));
};

export const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const resolveFunction = (name: string, argument: unknown, around: Surroundings): string | undefined => {
  if (name === 'Ref') return toRef(String(argument), around);
  if (name === 'Fn::GetAtt')
    return toAttribute(Array.isArray(argument) ? argument : String(argument).split('.'), around);
  if (name === 'Fn::Sub') return substitute(argument, around);
  if (name === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1]))
    return argument[1].map((item) => String(resolveIntrinsics(item, around))).join(String(argument[0]));
  return undefined;
};

const toRef = (name: string, around: Surroundings): string =>
  toPseudoParameter(name, around) ?? around.resources.get(name)?.ref ?? `local-${name}`;

const toAttribute = ([name, attribute]: readonly unknown[], around: Surroundings): string => {
  const resource = around.resources.get(String(name));
  return resource !== undefined && attribute === 'Arn' ? resource.arn : `local-${String(name)}-${String(attribute)}`;
};

const toPseudoParameter = (name: string, around: Surroundings): string | undefined =>
  new Map([
    ['AWS::Region', around.region],
    ['AWS::AccountId', LOCAL_AWS_ACCOUNT],
    ['AWS::Partition', 'aws'],
    ['AWS::StackName', around.stack],
    ['AWS::URLSuffix', 'amazonaws.com'],
  ]).get(name);

const substitute = (argument: unknown, around: Surroundings): string => {
  const [text, given] = Array.isArray(argument) ? argument : [argument, {}];
  const own = isTree(given) ? given : {};
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`;
    if (own[name] !== undefined) return String(resolveIntrinsics(own[name], around));
    return name.includes('.') ? toAttribute(name.split('.'), around) : toRef(name, around);
  });
};
