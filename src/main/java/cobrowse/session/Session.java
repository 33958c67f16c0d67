package cobrowse.session;

import cobrowse.genesys.CobrowseSession;

/**
 * A session that exists.
 *
 * @param fetched whether the details were read back from Genesys
 */
public record Session(CobrowseSession details, boolean fetched) {}
