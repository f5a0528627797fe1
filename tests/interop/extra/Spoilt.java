import java.util.regex.Pattern;

/** Texts of a DMN file with a fault in them. */
final class Spoilt {
    /** The first rule of the first question: up to its first cell, the cell, and the rest. */
    private static final Pattern RULE = Pattern.compile(
        "(<rule id=\"rule-decision_vraag_[^\"]*-1\">.*?<inputEntry[^>]*>\\s*<text>)([^<]*)(</text>.*?</rule>)", Pattern.DOTALL);

    private Spoilt() {}

    /** The last consequence that must follow may follow. */
    static String withOtherValue(String text) {
        final String from = "<text>\"moet\"</text>";
        final int at = text.lastIndexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("no consequence must follow");
        }
        return text.substring(0, at) + "<text>\"mag\"</text>" + text.substring(at + from.length());
    }

    /** A question has a rule less. */
    static String withoutRule(String text) {
        return changed(text, "");
    }

    /** A rule of a question fits where others do too. */
    static String withWiderRule(String text) {
        return changed(text, "$1-$3");
    }

    private static String changed(String text, String into) {
        final String result = RULE.matcher(text).replaceFirst(into);
        if (result.equals(text)) {
            throw new IllegalArgumentException("no question has a rule");
        }
        return result;
    }
}
