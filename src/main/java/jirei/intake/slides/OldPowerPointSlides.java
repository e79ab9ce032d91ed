package jirei.intake.slides;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import org.apache.poi.hslf.usermodel.HSLFNotes;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Placeholder;
import org.jspecify.annotations.Nullable;

/** Reads PowerPoint files from before Office Open XML (ppt). Stateless. */
public final class OldPowerPointSlides {
    private static final Set<Placeholder> TITLES =
            Set.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE, Placeholder.VERTICAL_TEXT_TITLE);
    private static final Set<Placeholder> FURNITURE =
            Set.of(Placeholder.DATETIME, Placeholder.FOOTER, Placeholder.HEADER, Placeholder.SLIDE_NUMBER);

    private OldPowerPointSlides() {}

    /**
     * Reads the slides in order, with slide numbers as positions.
     *
     * @throws IOException if the file cannot be read
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static List<Block> read(Path file, Budget budget) throws IOException {
        List<Block> blocks = new ArrayList<>();
        try (var container = new POIFSFileSystem(file.toFile(), true);
                var show = new HSLFSlideShow(container)) {
            int number = 0;
            for (HSLFSlide slide : show.getSlides()) {
                number++;
                blocks.addAll(read(slide, budget).blocks(number));
            }
        }
        return blocks;
    }

    private static Slide read(HSLFSlide slide, Budget budget) {
        List<Slide.Box> titles = new ArrayList<>();
        List<Slide.Box> boxes = new ArrayList<>();
        for (HSLFShape shape : slide.getShapes()) {
            add(shape, titles, boxes, budget, 1);
        }
        List<String> notes = new ArrayList<>();
        HSLFNotes page = slide.getNotes();
        if (page != null) {
            List<Slide.Box> texts = new ArrayList<>();
            page.getShapes().forEach(shape -> add(shape, texts, texts, budget, 1));
            texts.forEach(text -> notes.addAll(text.lines()));
        }
        return new Slide(titles, boxes, notes);
    }

    private static void add(HSLFShape shape, List<Slide.Box> titles, List<Slide.Box> boxes, Budget budget, int depth) {
        budget.addElement(depth);
        if (shape instanceof HSLFTable table) {
            boxes.add(new Slide.Box(area(shape), rows(table, budget), true));
        } else if (shape instanceof GroupShape<?, ?> group) {
            for (Object inner : group.getShapes()) {
                if (inner instanceof HSLFShape one) {
                    add(one, titles, boxes, budget, depth + 1);
                }
            }
        } else if (shape instanceof HSLFTextShape text) {
            Placeholder kind = text.getPlaceholder();
            if (kind == null || !FURNITURE.contains(kind)) {
                boolean isTitle = kind != null && TITLES.contains(kind);
                (isTitle ? titles : boxes).add(new Slide.Box(area(shape), lines(text, budget), false));
            }
        }
    }

    private static Slide.Area area(HSLFShape shape) {
        Rectangle2D anchor = shape.getAnchor();
        return anchor == null
                ? Slide.Area.UNKNOWN
                : new Slide.Area(anchor.getMinX(), anchor.getMinY(), anchor.getMaxX(), anchor.getMaxY());
    }

    private static List<String> lines(HSLFTextShape text, Budget budget) {
        String all = text(text.getText());
        budget.addCharacters(all.length());
        return all.lines().toList();
    }

    private static List<String> rows(HSLFTable table, Budget budget) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.getNumberOfColumns(); column++) {
                HSLFTableCell cell = table.getCell(row, column);
                String text = cell == null ? "" : text(cell.getText()).replace('\n', ' ');
                budget.addCharacters(text.length());
                if (!text.isBlank()) {
                    cells.add(text);
                }
            }
            rows.add(String.join("\u3000", cells));
        }
        return rows;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.replace('\u000B', ' ').replace('\r', '\n');
    }
}
