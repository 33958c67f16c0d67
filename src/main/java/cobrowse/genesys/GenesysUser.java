package cobrowse.genesys;

/** A user as Genesys lists it: {@code state} is {@code active}, {@code inactive} or {@code deleted}. */
public record GenesysUser(String id, String email, String state) {}
