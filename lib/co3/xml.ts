export interface XmlElement {
  readonly name: string;
}
