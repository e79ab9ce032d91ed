package jirei.library.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments of a case file, which a changed case file keeps. Stateless. */
final class CaseComments {
    private static final Pattern SECTION_OR_COMMENT =
            Pattern.compile("(?m)^#{2,6} [^\\n]*\\{#([A-Za-z0-9_-]+)\\}\\s*$|^ {0,3}<!--(.*?)-->", Pattern.DOTALL);
    private static final String IMPORT = "jirei import:";
    private static final Pattern IMPORT_COMMENT = Pattern.compile("(?m)^<!-- " + IMPORT + "[^\\n]*?-->");
    private static final String FENCE = "---";

    private CaseComments() {}

    /**
     * Returns the comments of {@code text} by section id, those before the first section, also of the front matter, with the empty
     * id. Those of a section that is not kept, such as one that was joined, are with the last kept one before it.
     *
     * @param isKept whether the section with an id is kept
     */
    static Map<String, List<String>> of(String text, Predicate<String> isKept) {
        Map<String, List<String>> comments = new LinkedHashMap<>();
        text.lines()
                .skip(1)
                .takeWhile(line -> !line.stripTrailing().equals(FENCE))
                .map(String::strip)
                .filter(line -> line.startsWith("#"))
                .forEach(line -> comments.computeIfAbsent("", id -> new ArrayList<>())
                        .add(line.replaceFirst("^#+", "").strip()));
        String section = "";
        for (Matcher found = SECTION_OR_COMMENT.matcher(text); found.find(); ) {
            if (found.group(1) != null) {
                section = isKept.test(found.group(1)) ? found.group(1) : section;
            } else if (!found.group(2).strip().startsWith(IMPORT)) {
                comments.computeIfAbsent(section, id -> new ArrayList<>())
                        .add(found.group(2).strip());
            }
        }
        return comments;
    }

    /**
     * Returns the comment that an import put at the end of the file {@code text}, by which it knows manual changes, as the end of a
     * file; empty for none. Text that was added behind it is not part of the result.
     */
    static String ofImport(String text) {
        Matcher found = IMPORT_COMMENT.matcher(text);
        return found.find() ? "\n" + found.group() + "\n" : "";
    }
}
