// For TypeScript with React 19: import type {} from "cobrowse-button/react";
import type { HTMLAttributes, ReactNode, Ref } from "react";
import type { CobrowseButton, CobrowseButtonEventMap, CobrowseButtonProperties } from "cobrowse-button";

type Events = {
  [K in keyof CobrowseButtonEventMap as K extends `cobrowse-${string}` ? `on${K}` : never]?: (
    event: CobrowseButtonEventMap[K],
  ) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "cobrowse-button": Partial<CobrowseButtonProperties> &
        Omit<HTMLAttributes<CobrowseButton>, keyof CobrowseButtonProperties> &
        Events & { ref?: Ref<CobrowseButton>; key?: string | number; children?: ReactNode };
    }
  }
}
