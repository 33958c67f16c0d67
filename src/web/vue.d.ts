// For templates of Vue 3: import type {} from "cobrowse-button/vue";
import type { HTMLAttributes, PublicProps } from "vue";
import type { CobrowseButtonProperties, CobrowseEventMap } from "./cobrowse-button.js";
import type { CobrowseOfferProperties } from "./cobrowse-offer.js";

type Handlers = {
  [Name in keyof CobrowseEventMap as Name extends `cobrowse-${infer Short}` ? `onCobrowse${Capitalize<Short>}` : never]?: (
    event: CobrowseEventMap[Name],
  ) => void;
};

type Tag<Properties> = new () => {
  $props: Partial<Properties> & Omit<HTMLAttributes, keyof Properties> & PublicProps & Handlers;
};

export type CobrowseButtonComponent = Tag<CobrowseButtonProperties>;
export type CobrowseOfferComponent = Tag<CobrowseOfferProperties>;

declare module "vue" {
  interface GlobalComponents {
    "cobrowse-button": CobrowseButtonComponent;
    "cobrowse-offer": CobrowseOfferComponent;
  }
}
