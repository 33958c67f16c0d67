package cobrowse.fake;

import java.util.Map;

/** Lets in only callers whom API Gateway has authenticated, as {@code CALLER_POLICY=strict} does. */
public class OnStandInForCallers extends OnStandIn {
    @Override
    public Map<String, String> getConfigOverrides() {
        return with(
                super.getConfigOverrides(),
                Map.of(
                        "caller.policy", "strict",
                        "caller.scope", "cobrowse/anybody ",
                        "caller.user-id-claim", "genesys_user",
                        "caller.conversation-id-claim", "conversation"));
    }
}
