package tickertape.chat.text;

/// What somebody is called whose name comes from elsewhere: no account has made sure that people can read it.
public final class AuthorName {

    private static final int LONGEST = 48;

    private AuthorName() {}

    /// The name without what hides, turns around or piles up; the second one if nothing is left.
    public static String of(String name, String otherwise) {
        String tamed = Taming.tame(name).replace('\n', ' ');
        int length = tamed.codePointCount(0, tamed.length());
        String shown = length <= LONGEST ? tamed : tamed.substring(0, tamed.offsetByCodePoints(0, LONGEST));
        return shown.isEmpty() ? otherwise : shown;
    }
}
