package cobrowse.restclient;

/** A call that got no usable answer; the kinds differ in what may have become of it. */
public abstract sealed class CallFailure extends RuntimeException {
    private CallFailure(String message, Throwable cause) {
        super(message, cause, false, false);
    }

    /** Nobody answered, for whatever reason. */
    public abstract static sealed class NoResponse extends CallFailure {
        private NoResponse(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** No connection was made: the other side knows nothing of the call. */
    public static final class NotConnected extends NoResponse {
        NotConnected(Throwable cause) {
            super("No connection", cause);
        }
    }

    /** The time was up before the call was begun. */
    public static final class DeadlineExceeded extends CallFailure {
        public DeadlineExceeded() {
            super("No time left", null);
        }
    }

    /** The connection broke before the answer was complete. */
    public static final class ConnectionLost extends NoResponse {
        ConnectionLost(Throwable cause) {
            super("Connection lost", cause);
        }
    }

    /** There was no complete answer in time. */
    public static final class TimedOut extends NoResponse {
        TimedOut(Throwable cause) {
            super("No answer in time", cause);
        }
    }

    /** There was an answer that makes no sense: HTML, nothing, no JSON, far too long. */
    public static final class Unreadable extends CallFailure {
        public Unreadable(String what) {
            super(what, null);
        }

        Unreadable(Throwable cause) {
            super("The answer cannot be read", cause);
        }
    }
}
