package jirei.intake.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.Budget;
import jirei.intake.source.XmlHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The paragraph styles of a Word file. Not thread-safe. */
final class WordStyles extends XmlHandler {
    /** A style; numbers are -1 and texts empty if it does not say, so that the style it is based on does. */
    private static final class Style {
        private String name = "";
        private String parent = "";
        private int outline = -1;
        private String numbering = "";
        private int numberingLevel = -1;
        private double size = -1;
        private int bold = -1;
    }

    private static final Pattern HEADING = Pattern.compile("(?:heading|見出し)\\s*([1-9])");
    private static final Pattern TITLE = Pattern.compile("title|表題|タイトル|標題");
    private static final Pattern CONTENTS = Pattern.compile("(?:toc|目次)\\s*(?:[1-9]|heading|の見出し|見出し)?");
    private static final int BODY_LEVEL = 9;
    /** Maximum number of styles on which one is based. */
    private static final int MAX_ANCESTORS = 20;

    private final Map<String, Style> styles = new HashMap<>();
    private final Style defaults = new Style();
    private @Nullable Style current;
    private String defaultId = "";

    WordStyles(Budget budget) {
        super(budget);
        defaults.size = 10;
    }

    @Override
    protected void start(String name, Attributes attributes) {
        String value = attribute(attributes, "val");
        switch (name) {
            case "style" -> startStyle(attributes);
            case "rPrDefault" -> current = defaults;
            default -> {
                Style style = current;
                if (style != null) {
                    set(style, name, value);
                }
            }
        }
    }

    private void startStyle(Attributes attributes) {
        if (!attribute(attributes, "type").equals("paragraph")) {
            current = null;
            return;
        }
        String id = attribute(attributes, "styleId");
        current = styles.computeIfAbsent(id, key -> new Style());
        if (attribute(attributes, "default").equals("1")) {
            defaultId = id;
        }
    }

    private static void set(Style style, String name, String value) {
        switch (name) {
            case "name" -> style.name = value.toLowerCase(Locale.ROOT);
            case "basedOn" -> style.parent = value;
            case "outlineLvl" -> style.outline = number(value, BODY_LEVEL);
            case "numId" -> style.numbering = value;
            case "ilvl" -> style.numberingLevel = number(value, 0);
            case "sz" -> style.size = number(value, 0) / 2.0;
            case "b" -> style.bold = value.equals("0") || value.equals("false") ? 0 : 1;
            default -> {
                // not needed
            }
        }
    }

    @Override
    protected void end(String name) {
        if (name.equals("style") || name.equals("rPrDefault")) {
            current = null;
        }
    }

    /** Returns a style followed by those it is based on. */
    private List<Style> chain(String id) {
        List<Style> chain = new ArrayList<>();
        Style style = styles.get(id.isEmpty() ? defaultId : id);
        while (style != null && chain.size() < MAX_ANCESTORS) {
            chain.add(style);
            style = style.parent.isEmpty() ? null : styles.get(style.parent);
        }
        return chain;
    }

    /** Returns the level of headings with the style: 1 for a document title, then those of headings; 0 for none. */
    int level(String id) {
        for (Style style : chain(id)) {
            if (levelOfName(style.name) > 0) {
                return levelOfName(style.name);
            }
            if (style.outline >= 0) {
                return level(style.outline);
            }
        }
        return 0;
    }

    /** Returns the level of headings with a style called {@code name}; 0 for none. */
    static int levelOfName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher heading = HEADING.matcher(lower);
        if (heading.matches()) {
            return Integer.parseInt(heading.group(1)) + 1;
        }
        return TITLE.matcher(lower).matches() ? 1 : 0;
    }

    /** Returns whether a style called {@code name} is that of lines of a table of contents. */
    static boolean isContentsName(String name) {
        return CONTENTS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Returns the level of headings with the outline level {@code outline}, from 0; 0 for body text. */
    static int level(int outline) {
        return outline >= 0 && outline < BODY_LEVEL ? outline + 2 : 0;
    }

    /** Returns whether the style is that of lines of a table of contents. */
    boolean isContents(String id) {
        return chain(id).stream().limit(1).anyMatch(style -> CONTENTS.matcher(style.name)
                .matches());
    }

    /** Returns the font size of the style in points. */
    double size(String id) {
        return chain(id).stream()
                .mapToDouble(style -> style.size)
                .filter(size -> size > 0)
                .findFirst()
                .orElse(defaults.size);
    }

    /** Returns whether the style is bold. */
    boolean isBold(String id) {
        return chain(id).stream()
                        .mapToInt(style -> style.bold)
                        .filter(bold -> bold >= 0)
                        .findFirst()
                        .orElse(0)
                > 0;
    }

    /** Returns the id of the list numbering of the style; empty for none. */
    String numbering(String id) {
        return chain(id).stream()
                .map(style -> style.numbering)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the level in the list numbering of the style, from 0. */
    int numberingLevel(String id) {
        return chain(id).stream()
                .mapToInt(style -> style.numberingLevel)
                .filter(one -> one >= 0)
                .findFirst()
                .orElse(0);
    }
}
