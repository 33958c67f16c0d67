package cobrowse.genesys;

import cobrowse.failure.Code;

/** The calls to Genesys, each with what its failures are called. */
enum GenesysCall {
    TOKEN("token", "give a token", "the OAuth client's own", Code.GENESYS_REJECTED, false),
    FIND_USER("find-user", "look up the user", "directory:user:view", Code.GENESYS_REJECTED, false),
    START_WITH_USER("start", "start a session with the user", "cobrowse:session:write", Code.TARGET_NOT_FOUND, true),
    START_IN_CONVERSATION(
            "start",
            "start a session in the conversation",
            "conversation:cobrowse:add (messaging) or conversation:cobrowseVoice:add (voice)",
            Code.TARGET_NOT_FOUND,
            true),
    FETCH("fetch", "fetch the session", "cobrowse:session:read", Code.TARGET_NOT_FOUND, false),
    FETCH_OF_DEPLOYMENT("fetch", "fetch the session", Constants.NO_PERMISSION, Code.TARGET_NOT_FOUND, false),
    END("end", "end the session", Constants.NO_PERMISSION, Code.TARGET_NOT_FOUND, false);

    /** In the log. */
    final String label;

    /** In words that fit behind "Genesys did not". */
    final String what;

    /** The permission to ask for, where Genesys does not name one in its 403. */
    final String permission;

    /** What a 404 means. */
    final Code notFound;

    /** Whether a session may exist once the call was sent. */
    final boolean starts;

    GenesysCall(String label, String what, String permission, Code notFound, boolean starts) {
        this.label = label;
        this.what = what;
        this.permission = permission;
        this.notFound = notFound;
        this.starts = starts;
    }

    private static final class Constants {
        static final String NO_PERMISSION =
                "Genesys documents none for it, so check the deployment and the client's roles";
    }
}
