package cobrowse.restclient;

import jakarta.ws.rs.core.Response;

/** The body of an error response: JSON from a service, or HTML or nothing from a gateway before it. */
public final class ErrorBody {
    /** Whoever writes more in an error does not write it for us. */
    private static final int MOST_CHARACTERS = 2_000;

    private ErrorBody() {}

    /** @return its first 2,000 characters */
    public static String startOf(Response response) {
        var text = response.hasEntity() ? response.readEntity(String.class) : "";
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }
}
