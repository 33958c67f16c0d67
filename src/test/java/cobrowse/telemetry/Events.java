package cobrowse.telemetry;

/** Events as Lambda gets them; {@code '} stands for {@code "}. */
final class Events {
    static final String WITH_KEY = "{'userId':'user-1','idempotencyKey':'{key}'}";

    private Events() {}

    static String direct(String request) {
        return request.replace('\'', '"');
    }

    static String http(String method, String path, String body) {
        return http(method, path, "", body);
    }

    static String http(String method, String path, String query, String body) {
        return http(method, path, query, body, false);
    }

    static String noBase64() {
        return http("POST", "", "", "~", true);
    }

    private static String http(String method, String path, String query, String body, boolean base64) {
        var json = body == null ? "null" : "\"" + direct(body).replace("\"", "\\\"") + "\"";
        return direct("{'version':'2.0','rawPath':'/v1/cobrowse-sessions" + path + "','rawQueryString':'" + query
                        + "','headers':{'content-type':'application/json','x-correlation-id':'order-4711'},"
                        + "'requestContext':{'requestId':'JKJaXmPLvHcESHA=','http':{'method':'" + method
                        + "'},'authorizer':{'jwt':{'claims':{'sub':'caller-1'}}}},'isBase64Encoded':" + base64
                        + ",'body':")
                + json + "}";
    }
}
