package jirei.intake.separation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.facts.PlaceName;
import jirei.intake.source.Block;

/** Finds the cases of a document that repeats a form with labels such as 自治体名, 事業名 and 概要. Not thread-safe. */
final class FormCases {
    private static final int MIN_FORMS = 2;
    /** Number of headings above a form that belong to it. */
    private static final int MAX_HEADINGS = 2;

    private final List<Block> blocks;
    private final List<Field> fields;

    private FormCases(List<Block> blocks) {
        this.blocks = blocks;
        this.fields = Field.of(blocks);
    }

    /** Returns the forms in {@code blocks}; {@link Separation#NONE} if there are fewer than two. */
    static Separation find(List<Block> blocks) {
        return new FormCases(blocks).find();
    }

    private Separation find() {
        Map<String, List<Integer>> positions = new LinkedHashMap<>();
        for (int at = 0; at < fields.size(); at++) {
            positions
                    .computeIfAbsent(fields.get(at).label(), label -> new ArrayList<>())
                    .add(at);
        }
        Optional<List<Integer>> names = names(positions);
        if (names.isEmpty()) {
            return Separation.NONE;
        }
        int forms = names.get().size();
        List<String> repeated = positions.entrySet().stream()
                .filter(entry ->
                        2 * entry.getValue().size() > forms && entry.getValue().size() <= forms)
                .map(Map.Entry::getKey)
                .toList();
        if (repeated.size() < MIN_FORMS) {
            return Separation.NONE;
        }
        List<CaseStart> starts = new ArrayList<>();
        List<Integer> first = starts(names.get(), new HashSet<>(repeated));
        boolean haveLines =
                first.stream().allMatch(form -> isBelowLine(fields.get(form).block()));
        for (int form = 0; form < first.size(); form++) {
            int end = form + 1 < first.size() ? first.get(form + 1) : fields.size();
            CaseStart start = start(
                    fields.subList(first.get(form), end),
                    form == 0 ? 0 : starts.getLast().body() + 1);
            int line = haveLines ? start.body() - 1 : start.at();
            starts.add(new CaseStart(Math.min(start.at(), line), start.body(), null, start.title()));
        }
        return new Separation(
                titled(starts), 0, true, "「" + fields.get(first.getFirst()).label() + "」で始まる様式");
    }

    /**
     * Returns the fields that name the cases, with several values: the place if it has a label, or else the title, or
     * else the organizations of different places.
     */
    private Optional<List<Integer>> names(Map<String, List<Integer>> positions) {
        return titlesOrPlaces(positions).or(() -> positions.values().stream()
                .filter(at -> fields.get(at.getFirst()).kind() == FieldLabel.ADDRESS && distinctPlaces(at) >= MIN_FORMS)
                .max(Comparator.comparingInt((List<Integer> at) -> at.size()).thenComparing(at -> -at.getFirst())));
    }

    private Optional<List<Integer>> titlesOrPlaces(Map<String, List<Integer>> positions) {
        boolean hasOnePlace = positions.values().stream()
                .anyMatch(at -> at.size() == 1 && fields.get(at.getFirst()).kind() == FieldLabel.PLACE);
        return positions.values().stream()
                .filter(at -> at.size() >= MIN_FORMS
                        && isName(fields.get(at.getFirst()).kind(), hasOnePlace))
                .filter(at -> distinctValues(at) >= MIN_FORMS)
                .max(Comparator.comparingInt((List<Integer> at) -> at.size()).thenComparing(at -> -at.getFirst()));
    }

    private static boolean isName(FieldLabel kind, boolean hasOnePlace) {
        return kind == FieldLabel.PLACE || (kind == FieldLabel.TITLE && !hasOnePlace);
    }

    private long distinctValues(List<Integer> positions) {
        return positions.stream().map(at -> fields.get(at).value()).distinct().count();
    }

    private long distinctPlaces(List<Integer> positions) {
        return positions.stream()
                .flatMap(at -> PlaceName.starting(fields.get(at).value()).stream())
                .filter(place -> !place.municipality().isEmpty())
                .distinct()
                .count();
    }

    /** Returns the first field of each form: the earliest repeated label before its name, since the form before. */
    private List<Integer> starts(List<Integer> names, Set<String> repeated) {
        List<Integer> starts = new ArrayList<>();
        String first = "";
        for (int form = 0; form < names.size(); form++) {
            int from = form == 0 ? 0 : names.get(form - 1) + 1;
            int start = names.get(form);
            boolean isFound = false;
            for (int at = names.get(form) - 1; at >= from && !isFound; at--) {
                String label = fields.get(at).label();
                boolean canBeFirst = form == 0 ? repeated.contains(label) : label.equals(first);
                start = canBeFirst ? at : start;
                isFound = canBeFirst && form > 0;
            }
            first = form == 0 ? fields.get(start).label() : first;
            starts.add(start);
        }
        return starts;
    }

    /** Returns whether a table starts below a line, which is its title if all forms have one. */
    private boolean isBelowLine(int block) {
        return block > 0
                && blocks.get(block).kind() == Block.Kind.ROW
                && blocks.get(block - 1).kind() != Block.Kind.ROW
                && CaseStart.isLine(blocks.get(block - 1));
    }

    private CaseStart start(List<Field> form, int from) {
        int body = form.getFirst().block();
        int at = body;
        while (at > from && body - at < MAX_HEADINGS && blocks.get(at - 1).isHeading()) {
            at--;
        }
        return new CaseStart(at, body, null, value(form, FieldLabel.TITLE).orElse(""));
    }

    /** Returns the forms without a title with the heading above them, if these differ, or else with their place. */
    private List<CaseStart> titled(List<CaseStart> starts) {
        long headings = starts.stream()
                .filter(start -> start.at() < start.body())
                .map(start -> blocks.get(start.at()).text())
                .distinct()
                .count();
        List<CaseStart> titled = new ArrayList<>();
        for (int form = 0; form < starts.size(); form++) {
            CaseStart start = starts.get(form);
            int end = form + 1 < starts.size() ? starts.get(form + 1).at() : blocks.size();
            String place = value(Field.of(blocks.subList(start.body(), end)), FieldLabel.PLACE)
                    .orElse("");
            String above = headings == starts.size() ? blocks.get(start.at()).text() : place;
            String title = start.title().isEmpty() ? above : start.title();
            titled.add(new CaseStart(start.at(), start.body(), start.number(), title));
        }
        return titled;
    }

    /** Returns the value of the first label of {@code kind}; prefecture and municipality may have labels each. */
    private static Optional<String> value(List<Field> form, FieldLabel kind) {
        return form.stream()
                .filter(field -> field.kind() == kind && !field.value().isEmpty())
                .map(Field::value)
                .limit(kind == FieldLabel.PLACE ? 2 : 1)
                .reduce((one, other) -> other.contains(one) ? other : one.contains(other) ? one : one + other);
    }
}
