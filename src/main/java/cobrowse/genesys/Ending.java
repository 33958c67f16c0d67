package cobrowse.genesys;

import cobrowse.restclient.CallFailure;

/** What the attempts to end a session have in common: whether one of them may have arrived without an answer. */
class Ending {
    private static final int NOT_FOUND = 404;

    private boolean mayHaveArrived;

    /** Not to find the session is what is wanted where an earlier attempt may have ended it. */
    Void attempt(Runnable request) {
        try {
            request.run();
        } catch (ErrorResponse e) {
            if (!(mayHaveArrived && e.status() == NOT_FOUND)) {
                mayHaveArrived |= e instanceof ErrorResponse.ServerError;
                throw e;
            }
        } catch (CallFailure e) {
            mayHaveArrived |= e.mayHaveArrived();
            throw e;
        }
        return null;
    }
}
