package cobrowse.telemetry;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;

/** A Genesys whose answers are full of {@link Secrets}. */
final class LeakyGenesys {
    private static final String USER = "[{\"id\":\"user-1\",\"email\":\"" + Secrets.EMAIL + "\",\"state\":\"active\"}]";
    private static final String SESSION = "{\"id\":\"session-1\",\"joinUrl\":\"" + Secrets.JOIN_LINK
            + "\",\"joinCode\":\"" + Secrets.JOIN_CODE + "\"}";
    private static final String ERROR = "{\"code\":\"bad.request\",\"message\":\"" + Secrets.EMAIL + " "
            + Secrets.JOIN_CODE + " Bearer " + Secrets.ACCESS_TOKEN + "\"}";

    private LeakyGenesys() {}

    static void recovers(FakeGenesys genesys) {
        genesys.reset();
        genesys.answers(
                Call.TOKEN,
                Answer.json(200, "{\"access_token\":\"" + Secrets.ACCESS_TOKEN + "\",\"expires_in\":86400}"));
        genesys.answers(Call.SEARCH, Answer.json(200, "{\"results\":" + USER + "}"));
        genesys.answers(Call.LIST, Answer.json(200, "{\"entities\":" + USER + "}"));
        genesys.answers(Call.FETCH, Answer.json(200, SESSION));
        genesys.answers(Call.FETCH_OF_DEPLOYMENT, Answer.json(200, SESSION));
    }

    /** Each call fails in one of the ways that somebody might want to put into a log. */
    static void fails(FakeGenesys genesys, Answer how) {
        for (var call : Call.values()) {
            if (call != Call.TOKEN) {
                genesys.answers(call, how);
            }
        }
    }

    static Answer error(int status) {
        return Answer.json(status, ERROR);
    }

    static Answer noJson() {
        return Answer.json(200, ERROR + ERROR.substring(0, 9));
    }
}
