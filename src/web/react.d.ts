import type { HTMLAttributes, ReactElement, ReactNode, Ref } from "react";
import type {
  CobrowseButton as CobrowseButtonElement,
  CobrowseButtonProperties,
  CobrowseEventMap,
} from "./cobrowse-button.js";
import type { CobrowseOffer, CobrowseOfferProperties } from "./cobrowse-offer.js";

type Handlers = {
  [Name in keyof CobrowseEventMap as Name extends `cobrowse-${infer Short}` ? `on${Capitalize<Short>}` : never]?: (
    event: CobrowseEventMap[Name],
  ) => void;
};

type Own = keyof CobrowseButtonProperties | keyof Handlers;

export interface CobrowseButtonProps
  extends Partial<CobrowseButtonProperties>, Handlers, Omit<HTMLAttributes<CobrowseButtonElement>, Own> {
  ref?: Ref<CobrowseButtonElement>;
  children?: ReactNode;
}

/** The element as a component: rendered on a server and hydrated it has its token and its listeners, too. */
export function CobrowseButton(props: CobrowseButtonProps): ReactElement;

type Events = { [Name in keyof CobrowseEventMap as `on${Name}`]?: (event: CobrowseEventMap[Name]) => void };
type Common<Element> = { ref?: Ref<Element>; key?: string | number; children?: ReactNode };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "cobrowse-button": Partial<CobrowseButtonProperties> &
        Omit<HTMLAttributes<CobrowseButtonElement>, keyof CobrowseButtonProperties> &
        Events &
        Common<CobrowseButtonElement>;
      "cobrowse-offer": Partial<CobrowseOfferProperties> &
        Omit<HTMLAttributes<CobrowseOffer>, keyof CobrowseOfferProperties> &
        Events &
        Common<CobrowseOffer>;
    }
  }
}
