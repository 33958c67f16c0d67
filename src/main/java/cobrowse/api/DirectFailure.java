package cobrowse.api;

/** Makes a direct invocation fail: Lambda reports the problem's code as {@code errorType}, its JSON as the message. */
class DirectFailure extends RuntimeException {
    DirectFailure(String problem, Throwable cause) {
        super(problem, cause, false, false);
    }
}
