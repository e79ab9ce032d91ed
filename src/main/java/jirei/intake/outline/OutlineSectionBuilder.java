package jirei.intake.outline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jirei.cases.SectionKind;
import jirei.intake.separation.RowCases;
import jirei.intake.separation.RowCases.RowSection;
import jirei.intake.source.Block;
import org.jspecify.annotations.Nullable;

/**
 * Groups blocks into sections: each heading starts one; captions, notes and the rows of tables of cases are separate
 * sections. Not thread-safe.
 */
final class OutlineSectionBuilder {
    private static final Pattern CAPTION = Pattern.compile(
            "[【\\[（(]?(?:写真|図表|図|表)[ \u3000]*[0-9０-９]{1,3}(?:[-－][0-9０-９]{1,3})?[】\\])）]?(?:[\\s\u3000:：.．].*||[^\\s、。にはのをがでともや][^。]*)");

    private static final Pattern NOTE = Pattern.compile(
            "(?:※[0-9０-９]{0,2}|\\*[0-9]{1,2}\\s|[（(]?注[ \u3000]?[0-9０-９]{0,2}[)）:：.．\u3000 ]).*", Pattern.DOTALL);
    private static final int MAX_CAPTION_LENGTH = 120;
    /** In UTF-16 code units; a longer heading, which a case file could not have, is a paragraph. */
    private static final int MAX_HEADING_LENGTH = 1_000;

    /** A section to which blocks are still added. */
    private static final class OpenSection {
        private final String id;
        private final SectionKind kind;
        private final String heading;
        private final String parent;
        private final int place;
        private final List<String> paragraphs = new ArrayList<>();
        private final Map<Integer, Integer> lengths = new HashMap<>();
        private boolean hasParts;
        private int lastPlace;

        OpenSection(String id, SectionKind kind, String heading, String parent, int place) {
            this.id = id;
            this.kind = kind;
            this.heading = heading;
            this.parent = parent;
            this.place = place;
            this.lastPlace = place;
            lengths.put(place, heading.length());
        }

        void add(Block block) {
            paragraphs.add(block.text());
            lastPlace = Math.max(lastPlace, block.lastPlace());
            lengths.merge(block.place(), block.text().length(), Integer::sum);
        }

        /** Returns the section. A main section with a heading but without subsections is a plain section. */
        OutlineDraft build() {
            boolean isPlain = kind == SectionKind.LEAD && !hasParts && !heading.isEmpty() && place > 0 && !isPreamble();
            return new OutlineDraft(
                    id,
                    isPlain ? SectionKind.SUBSECTION : kind,
                    heading,
                    parent,
                    String.join("\n", paragraphs),
                    hasParts,
                    Math.max(1, place),
                    Math.max(1, lastPlace),
                    lengths);
        }

        private boolean isPreamble() {
            return id.equals(PREAMBLE);
        }
    }

    private static final String PREAMBLE = "s0";

    private final String title;
    private final TreeSet<Integer> levels = new TreeSet<>();
    private final List<OpenSection> sections = new ArrayList<>();
    private final Map<SectionKind, Integer> counts = new EnumMap<>(SectionKind.class);
    private int mains;
    private int subsections;
    private String main = "";
    private @Nullable OpenSection current;
    private @Nullable OpenSection currentMain;

    private OutlineSectionBuilder(String title, List<Block> blocks) {
        this.title = title;
        blocks.stream().filter(Block::isHeading).forEach(block -> levels.add(block.level()));
    }

    /**
     * Returns the sections of a case.
     *
     * @param title the heading of the section with the blocks before the first heading
     * @param blocks the blocks of the case
     */
    static List<OutlineDraft> of(String title, List<Block> blocks) {
        List<Block> usable = NoteLinks.apply(
                blocks.stream().map(OutlineSectionBuilder::demoteLongHeading).toList());
        var sections = new OutlineSectionBuilder(title, usable);
        Map<Integer, RowSection> rows = RowCases.sections(usable);
        for (int at = 0; at < usable.size(); at++) {
            RowSection row = rows.get(at);
            if (row == null) {
                sections.accept(usable.get(at));
            } else {
                sections.addRow(row, usable.get(at).place());
            }
        }
        return sections.sections.stream().map(OpenSection::build).toList();
    }

    private static Block demoteLongHeading(Block block) {
        boolean isTooLong = block.isHeading() && block.text().length() > MAX_HEADING_LENGTH;
        return isTooLong ? Block.of(Block.Kind.PARAGRAPH, block.text(), block.place()) : block;
    }

    private void accept(Block block) {
        if (block.isHeading()) {
            open(block);
        } else if (isCaption(block)) {
            add(SectionKind.CAPTION, "c", block);
        } else if (block.kind() == Block.Kind.NOTE || isNote(block)) {
            add(SectionKind.NOTE, "n", block);
        } else {
            text(block).add(block);
        }
    }

    private void open(Block heading) {
        boolean isMain = heading.level() == levels.first() || main.isEmpty() || main.equals(PREAMBLE);
        if (isMain) {
            mains++;
            subsections = 0;
            main = "s" + mains;
            current = new OpenSection(main, SectionKind.LEAD, heading.text(), "", heading.place());
            currentMain = current;
        } else {
            subsections++;
            if (currentMain != null) {
                currentMain.hasParts = true;
            }
            String id = main + "-" + subsections;
            current = new OpenSection(id, SectionKind.SUBSECTION, heading.text(), main, heading.place());
        }
        sections.add(current);
    }

    /** Returns the section to which text is added, the preamble if there was no heading yet. */
    private OpenSection text(Block block) {
        if (current == null) {
            main = PREAMBLE;
            current = new OpenSection(PREAMBLE, SectionKind.LEAD, title, "", block.place());
            sections.add(current);
        }
        return current;
    }

    private void add(SectionKind kind, String letter, Block block) {
        String id = letter + counts.merge(kind, 1, Integer::sum);
        var section = new OpenSection(id, kind, "", main, block.place());
        section.add(block);
        sections.add(section);
    }

    /** Adds a row of a table as a section; the text behind the table goes on in the section above it. */
    private void addRow(RowSection row, int place) {
        Block text = Block.of(Block.Kind.PARAGRAPH, row.text(), place);
        OpenSection above = text(text);
        OpenSection lead = currentMain == null ? above : currentMain;
        lead.hasParts = true;
        subsections++;
        var section = new OpenSection(main + "-" + subsections, SectionKind.SUBSECTION, row.heading(), main, place);
        section.add(text);
        sections.add(section);
    }

    private static boolean isCaption(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH
                && block.text().length() <= MAX_CAPTION_LENGTH
                && CAPTION.matcher(block.text()).matches();
    }

    private static boolean isNote(Block block) {
        return block.kind() != Block.Kind.ROW && NOTE.matcher(block.text()).matches();
    }
}
