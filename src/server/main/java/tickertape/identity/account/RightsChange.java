package tickertape.identity.account;

import java.util.List;
import java.util.regex.Pattern;

/// The body of a request that says which rights an account has from now on.
public record RightsChange(List<String> rights) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int MOST = 20;

    public RightsChange {
        rights = List.copyOf(rights);
        if (rights.size() > MOST
                || !rights.stream().allMatch(right -> WORD.matcher(right).matches())) {
            throw new IllegalArgumentException(
                    "rights are at most %s words of lower case letters, digits and hyphens".formatted(MOST));
        }
    }
}
