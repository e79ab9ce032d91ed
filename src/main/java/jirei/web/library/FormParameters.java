package jirei.web.library;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jirei.library.editing.CaseForm;
import jirei.library.editing.SectionForm;

/** Reads the fields of a posted form. Stateless. */
public final class FormParameters {
    /** The maximum size of the form of a case, in bytes. */
    static final int MAX_BYTES = 16 << 20;

    private static final int MAX_SECTIONS = 20_000;

    private FormParameters() {}

    /** Returns the field {@code name} with Unix line terminators; empty if it is missing or cannot be decoded. */
    public static String text(Context context, String name) {
        try {
            return Objects.requireNonNullElse(context.formParam(name), "")
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** Returns all values of the field {@code name}; none if it is missing or cannot be decoded. */
    static Set<String> texts(Context context, String name) {
        try {
            return new LinkedHashSet<>(context.formParams(name));
        } catch (IllegalArgumentException malformed) {
            return Set.of();
        }
    }

    /** Returns the form of the case {@code id}. */
    static CaseForm caseForm(Context context, String id) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : CaseForm.FIELDS) {
            fields.put(name, text(context, name));
        }
        facets(context, "").forEach((name, value) -> fields.put(CaseForm.FACET_PREFIX + name, value));
        List<SectionForm> sections = new ArrayList<>();
        int count = Math.min(number(text(context, "sections")), MAX_SECTIONS);
        for (int at = 0; at < count; at++) {
            sections.add(section(context, "s" + at + "."));
        }
        return new CaseForm(id, text(context, "version"), fields, sections);
    }

    private static SectionForm section(Context context, String prefix) {
        return new SectionForm(
                text(context, prefix + "id"),
                text(context, prefix + "kind"),
                text(context, prefix + "heading"),
                text(context, prefix + "main").equals("true"),
                text(context, prefix + "actors"),
                text(context, prefix + "themes"),
                text(context, prefix + "pages"),
                text(context, prefix + "text"),
                text(context, prefix + "parent"),
                text(context, prefix + "ocrConfidence"),
                facets(context, prefix));
    }

    /** Returns the values of the facets that the corpus declares, by name. */
    private static Map<String, String> facets(Context context, String prefix) {
        String start = prefix + CaseForm.FACET_PREFIX;
        Map<String, String> facets = new LinkedHashMap<>();
        names(context).stream()
                .filter(name -> name.startsWith(start))
                .forEach(name -> facets.put(name.substring(start.length()), text(context, name)));
        return facets;
    }

    private static Set<String> names(Context context) {
        try {
            return context.formParamMap().keySet();
        } catch (IllegalArgumentException malformed) {
            return Set.of();
        }
    }

    /** Returns the number {@code text}; -1 if it is none. */
    public static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
