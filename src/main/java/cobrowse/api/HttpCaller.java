package cobrowse.api;

import cobrowse.caller.Caller;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who calls over HTTP, as API Gateway's JWT authorizer has it. */
final class HttpCaller {
    private HttpCaller() {}

    static Caller of(APIGatewayV2HTTPEvent event) {
        var jwt = Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
                .map(Authorizer::getJwt);
        var claims = jwt.map(Authorizer.JWT::getClaims).orElse(Map.of());
        return new Caller.Web(
                claims, scopes(claims, jwt.map(Authorizer.JWT::getScopes).orElse(List.of())));
    }

    /** API Gateway lists the scopes only of a route that asks for some; the claim has them always. */
    private static Set<String> scopes(Map<String, String> claims, List<String> listed) {
        var scopes = new HashSet<>(listed);
        for (var claim : List.of("scope", "scp")) {
            scopes.addAll(Arrays.asList(unlisted(claims.get(claim)).split(" ")));
        }
        return scopes;
    }

    /** Scopes are separated by spaces (RFC 6749, 3.3); API Gateway writes a claim that is a list as {@code [a b]}. */
    private static String unlisted(String claim) {
        if (claim == null) {
            return "";
        }
        return claim.startsWith("[") && claim.endsWith("]") ? claim.substring(1, claim.length() - 1) : claim;
    }
}
