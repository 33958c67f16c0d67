package cobrowse.genesys;

/** A user as Genesys lists it; a text that it does not give is empty. */
public record GenesysUser(String id, String email, boolean active) {}
