package cobrowse.genesys;

import cobrowse.failure.Code;

/** The steps of a request at Genesys, each with what its failures are called. */
enum GenesysCall {
    TOKEN("give a token", "the OAuth client's own", Code.GENESYS_REJECTED, false),
    FIND_USER("look up the user", "directory:user:view", Code.GENESYS_REJECTED, false),
    START_WITH_USER("start a session with the user", "cobrowse:session:write", Code.TARGET_NOT_FOUND, true),
    START_IN_CONVERSATION(
            "start a session in the conversation",
            "conversation:cobrowse:add (messaging) or conversation:cobrowseVoice:add (voice)",
            Code.TARGET_NOT_FOUND,
            true),
    FETCH("fetch the session", "cobrowse:session:read", Code.TARGET_NOT_FOUND, false),
    FETCH_OF_DEPLOYMENT(
            "fetch the session", "one that reads cobrowse sessions of deployments", Code.TARGET_NOT_FOUND, false);

    /** In words that fit behind "Genesys did not". */
    final String what;

    /** The permission to ask for, where Genesys does not name one in its 403. */
    final String permission;

    /** What a 404 means. */
    final Code notFound;

    /** Whether a session may exist once the call was sent. */
    final boolean starts;

    GenesysCall(String what, String permission, Code notFound, boolean starts) {
        this.what = what;
        this.permission = permission;
        this.notFound = notFound;
        this.starts = starts;
    }
}
