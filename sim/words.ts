/** A text for readers in both languages of the project. */
export interface Words {
  en: string
  /** Simplified Chinese, in the terms of the field. */
  zh: string
}
