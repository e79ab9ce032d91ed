package jirei.intake.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.intake.page.Content;
import jirei.intake.page.Glyph;
import jirei.intake.page.LineBuilder;
import jirei.intake.page.Page;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import jirei.intake.page.Tag.Role;

/** Builds the lines of a tagged document in the order of its structure tree. Not thread-safe. */
public final class TaggedLines {
    /** Minimum share of the glyphs that the structure tree must contain. */
    private static final double MIN_COVERAGE = 0.9;

    private record Key(int page, int mark) {}

    private final Map<Key, List<Glyph>> horizontal = new HashMap<>();
    private final Map<Key, List<Glyph>> vertical = new HashMap<>();
    private final Map<Integer, List<Glyph>> unmarked = new HashMap<>();
    private final List<PrintedLine> lines = new ArrayList<>();
    private final List<Content> run = new ArrayList<>();
    private int column;

    private TaggedLines() {}

    /**
     * Returns all lines; empty if the structure tree does not contain most of the text.
     *
     * @param pages the pages without running headers and footers
     * @param contents the contents in logical order
     */
    public static Optional<List<PrintedLine>> of(List<Page> pages, List<Content> contents) {
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        Set<Key> known = new HashSet<>();
        contents.forEach(content -> known.add(new Key(content.page(), content.mark())));
        Set<Integer> pagesWithTables = contents.stream()
                .filter(content -> content.tag().isCell())
                .map(Content::page)
                .collect(Collectors.toSet());
        var tagged = new TaggedLines();
        var ruled = new PageTables();
        Map<Integer, List<PageTables.Table>> tables = new LinkedHashMap<>();
        int covered = 0;
        int all = 0;
        for (Page page : pages) {
            List<Glyph> horizontal = page.horizontal();
            if (!pagesWithTables.contains(page.number())) {
                PageTables.Result result = ruled.separate(page);
                tables.put(page.number(), result.tables());
                covered += horizontal.size() - result.page().horizontal().size();
                horizontal = result.page().horizontal();
            }
            covered += tagged.add(page.number(), horizontal, tagged.horizontal, known);
            covered += tagged.add(page.number(), page.vertical(), tagged.vertical, known);
            all += page.horizontal().size() + page.vertical().size();
        }
        if (all == 0 || covered < MIN_COVERAGE * all) {
            return Optional.empty();
        }
        tagged.build(contents);
        tables.forEach(tagged::insertTables);
        return Optional.of(BrokenParagraphs.join(tagged.lines));
    }

    /** Sorts glyphs by their mark and returns how many the structure tree contains or excludes as artifacts. */
    private int add(int page, List<Glyph> glyphs, Map<Key, List<Glyph>> byKey, Set<Key> known) {
        int covered = 0;
        for (Glyph glyph : glyphs) {
            var key = new Key(page, glyph.mark());
            if (known.contains(key)) {
                byKey.computeIfAbsent(key, one -> new ArrayList<>()).add(glyph);
                covered++;
            } else if (glyph.mark() == Glyph.ARTIFACT) {
                covered++;
            } else {
                unmarked.computeIfAbsent(page, one -> new ArrayList<>()).add(glyph);
            }
        }
        return covered;
    }

    private void build(List<Content> contents) {
        for (Content content : contents) {
            if (!run.isEmpty() && !isSameRun(run.getLast(), content)) {
                endRun();
            }
            run.add(content);
        }
        endRun();
        unmarked.forEach((page, glyphs) -> insert(page, LineBuilder.of(page, glyphs)));
    }

    private static boolean isSameRun(Content before, Content content) {
        return before.page() == content.page() && before.tag().equals(content.tag());
    }

    private void endRun() {
        if (run.isEmpty()) {
            return;
        }
        int page = run.getFirst().page();
        Tag tag = run.getFirst().tag();
        boolean splits = tag.role() == Role.UNKNOWN || tag.role() == Role.FIGURE;
        for (Map<Key, List<Glyph>> glyphs : List.of(vertical, horizontal)) {
            List<Glyph> all = new ArrayList<>();
            for (Content content : run) {
                List<Glyph> own = glyphs.remove(new Key(page, content.mark()));
                all.addAll(own == null ? List.of() : own);
            }
            if (!all.isEmpty()) {
                addColumn(LineBuilder.inDrawingOrder(page, all, splits), tag, lines.size());
            }
        }
        run.clear();
    }

    private void addColumn(List<PrintedLine> own, Tag tag, int at) {
        column++;
        double from = own.stream().mapToDouble(PrintedLine::from).min().orElse(0);
        double to = own.stream().mapToDouble(PrintedLine::to).max().orElse(0);
        lines.addAll(
                at,
                own.stream()
                        .map(line -> line.inColumn(from, to, column).tagged(tag))
                        .toList());
    }

    /** Inserts lines that the structure tree lacks behind the last line of their page. */
    private void insert(int page, List<PrintedLine> own) {
        int at = lines.size();
        while (at > 0 && lines.get(at - 1).page() > page) {
            at--;
        }
        addColumn(own, Tag.NONE, at);
    }

    /** Inserts tables that are ruled but not tagged as such. */
    private void insertTables(int page, List<PageTables.Table> tables) {
        if (tables.isEmpty()) {
            return;
        }
        int from = 0;
        while (from < lines.size() && lines.get(from).page() < page) {
            from++;
        }
        int to = from;
        while (to < lines.size() && lines.get(to).page() == page) {
            to++;
        }
        List<PrintedLine> own = lines.subList(from, to);
        List<PrintedLine> all = PageTables.insert(own, tables);
        own.clear();
        lines.addAll(from, all);
    }
}
