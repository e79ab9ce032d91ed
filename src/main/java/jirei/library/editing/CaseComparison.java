package jirei.library.editing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.cases.SectionKind;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a case. Stateless. */
public final class CaseComparison {
    private static final int MAX_PIECES = 10_000;

    private CaseComparison() {}

    /**
     * A field or section that differs. Immutable.
     *
     * @param label what it is, in Japanese
     * @param before the text of the first version; without pieces if it does not have the section
     * @param after the text of the second version
     */
    public record Row(String label, List<Piece> before, List<Piece> after) {}

    /**
     * A piece of a text. Immutable.
     *
     * @param text the text, with line terminators
     * @param isChanged whether the other version does not have it there
     */
    public record Piece(String text, boolean isChanged) {}

    /** Returns the fields and sections in which {@code before} and {@code after} differ, in the order of {@code after}. */
    public static List<Row> of(CaseForm before, CaseForm after) {
        List<Row> rows = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>(CaseForm.FIELDS);
        fields.addAll(before.fields().keySet());
        fields.addAll(after.fields().keySet());
        for (String field : fields) {
            add(rows, FieldLabels.of(field), before.field(field), after.field(field));
        }
        Map<String, SectionForm> old = byId(before);
        Map<String, SectionForm> current = byId(after);
        Set<String> ids = new LinkedHashSet<>(current.keySet());
        ids.addAll(old.keySet());
        for (String id : ids) {
            SectionForm shown = current.getOrDefault(id, old.get(id));
            String label = labelOf(shown == null ? "" : shown.heading());
            if (!Objects.equals(old.get(id), current.get(id))) {
                rows.add(row(label, text(old.get(id), old), text(current.get(id), current)));
            }
        }
        if (!common(old, current).equals(common(current, old))) {
            add(rows, "節の順序", order(old), order(current));
        }
        return rows;
    }

    /** Returns the ids of {@code sections} that {@code others} have too, in order. */
    private static List<String> common(Map<String, SectionForm> sections, Map<String, SectionForm> others) {
        return sections.keySet().stream().filter(others::containsKey).toList();
    }

    private static Map<String, SectionForm> byId(CaseForm form) {
        Map<String, SectionForm> sections = new LinkedHashMap<>();
        form.sections().forEach(section -> sections.put(section.id(), section));
        return sections;
    }

    private static String order(Map<String, SectionForm> sections) {
        return String.join(
                "\n",
                sections.values().stream()
                        .map(section -> labelOf(section.heading()))
                        .toList());
    }

    /** Returns how people call a section with {@code heading}, which may be empty. */
    public static String labelOf(String heading) {
        return heading.isEmpty() ? "見出しのない節" : "節「" + heading + "」";
    }

    private static String text(@Nullable SectionForm section, Map<String, SectionForm> all) {
        if (section == null) {
            return "";
        }
        String kind = SectionKind.named(section.kind()).map(SectionKind::label).orElse(section.kind());
        SectionForm above = all.get(section.parent());
        String parent = section.parent().isEmpty()
                ? ""
                : "上の節: " + (above == null ? section.parent() : labelOf(above.heading())) + "\n";
        String pages = section.pages().isEmpty() ? "" : "原本のページ: " + section.pages() + "\n";
        String confidence = section.ocrConfidence().isEmpty() ? "" : "機械読み取りの確からしさ: " + section.ocrConfidence() + "％\n";
        return section.heading() + "\n" + (section.isMain() ? "大見出し" : "小見出し") + "、種別: " + kind + "\n主体: "
                + section.actors() + "\nテーマ: " + section.themes() + "\n" + facets(section) + parent + pages + confidence
                + "\n"
                + section.text();
    }

    private static String facets(SectionForm section) {
        return section.facets().entrySet().stream()
                .filter(facet -> !facet.getValue().isEmpty())
                .map(facet -> facet.getKey() + ": " + facet.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void add(List<Row> rows, String label, String before, String after) {
        if (!before.equals(after)) {
            rows.add(row(label, before, after));
        }
    }

    /** Returns two texts with what differs between them. */
    public static Row row(String label, String before, String after) {
        List<String> old = pieces(before);
        List<String> current = pieces(after);
        List<AbstractDelta<String>> deltas = deltas(old, current);
        return new Row(
                label,
                marked(old, deltas.stream().map(AbstractDelta::getSource).toList()),
                marked(current, deltas.stream().map(AbstractDelta::getTarget).toList()));
    }

    /** Texts that are too long for the time that a comparison of unlike ones takes differ as a whole. */
    private static List<AbstractDelta<String>> deltas(List<String> old, List<String> current) {
        return old.size() + current.size() > MAX_PIECES
                ? List.of(new ChangeDelta<>(new Chunk<>(0, old), new Chunk<>(0, current)))
                : DiffUtils.diff(old, current).getDeltas();
    }

    /** Cuts a text behind punctuation marks and line terminators, in which people see changes. */
    private static List<String> pieces(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=[、。，．\\n])"));
    }

    private static List<Piece> marked(List<String> pieces, List<Chunk<String>> changed) {
        List<Piece> marked = new ArrayList<>();
        int at = 0;
        for (var chunk : changed) {
            append(marked, pieces.subList(at, chunk.getPosition()), false);
            at = chunk.getPosition() + chunk.size();
            append(marked, pieces.subList(chunk.getPosition(), at), true);
        }
        append(marked, pieces.subList(at, pieces.size()), false);
        return marked;
    }

    private static void append(List<Piece> marked, List<String> pieces, boolean isChanged) {
        if (!pieces.isEmpty()) {
            marked.add(new Piece(String.join("", pieces), isChanged));
        }
    }
}
