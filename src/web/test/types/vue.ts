import type {} from "cobrowse-button/vue";
import type { GlobalComponents } from "vue";

type Props = InstanceType<GlobalComponents["cobrowse-button"]>["$props"];

export const props: Props = { conversationId: "conversation-1", enterCode: true, onCobrowseStarted: ({ detail }) => console.log(detail.id) };
// @ts-expect-error
export const wrong: Props = { conversationId: 4711 };
