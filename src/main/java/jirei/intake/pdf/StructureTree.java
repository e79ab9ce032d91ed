package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jirei.intake.page.Content;
import jirei.intake.page.Tag;
import jirei.intake.page.Tag.Cell;
import jirei.intake.page.Tag.Role;
import jirei.intake.source.Budget;
import jirei.intake.source.Limits;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * The structure tree of a tagged PDF as a list of its contents in logical order. Reads the tree as plain dictionaries,
 * since damaged ones have cycles and wrong types. Not thread-safe.
 */
final class StructureTree {
    private static final int MAX_ROLE_MAPPINGS = 10;
    private static final int MAX_SPAN = 200;

    /** Number of cells of a table above which it is not only a frame. */
    private static final int MAX_BOX_CELLS = 2;
    /** Depth of the cells in a table: groups of rows, rows, cells. */
    private static final int MAX_ROW_DEPTH = 3;

    /** A table whose cells are being read. */
    private static final class OpenTable {
        private final int id;
        /** Whether it is a frame around other elements, among them tables. */
        private final boolean isBox;

        private int row = -1;
        private int column;
        /** The row up to which, exclusively, an earlier cell spans each column. */
        private final Map<Integer, Integer> spannedTo = new HashMap<>();

        OpenTable(int id, boolean isBox) {
            this.id = id;
            this.isBox = isBox;
        }

        void startRow() {
            row++;
            column = 0;
        }

        Cell addCell(int rows, int columns, boolean isHeader) {
            row = Math.max(0, row);
            while (spannedTo.getOrDefault(column, 0) > row) {
                column++;
            }
            var cell = new Cell(row, column, rows, columns, isHeader);
            for (int at = 0; at < columns; at++) {
                spannedTo.put(column + at, row + rows);
            }
            column += columns;
            return cell;
        }
    }

    private final Budget budget;
    private final IdentityHashMap<COSDictionary, Integer> pages = new IdentityHashMap<>();
    private final IdentityHashMap<COSDictionary, Boolean> seen = new IdentityHashMap<>();
    private final List<Content> contents = new ArrayList<>();
    private final @Nullable COSDictionary roleMap;
    private int lastId;

    private StructureTree(PDDocument pdf, COSDictionary root, Budget budget) {
        this.budget = budget;
        this.roleMap = root.getCOSDictionary(COSName.ROLE_MAP);
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            pages.putIfAbsent(page.getCOSObject(), number);
        }
    }

    /** Returns the marked contents of {@code pdf} in logical order; none if it has no structure tree. */
    static List<Content> contents(PDDocument pdf, Budget budget) {
        COSDictionary root = pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root == null) {
            return List.of();
        }
        var tree = new StructureTree(pdf, root, budget);
        tree.addKids(root, Tag.NONE, 0, null, 0);
        return tree.contents;
    }

    private void addKids(COSDictionary element, Tag tag, int page, @Nullable OpenTable table, int depth) {
        if (depth > Limits.MAX_NESTING || seen.put(element, true) != null) {
            return;
        }
        budget.addElement(depth);
        int ownPage = page(element, page);
        COSBase kids = element.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            for (int at = 0; at < array.size(); at++) {
                addKid(array.getObject(at), tag, ownPage, table, depth);
            }
        } else {
            addKid(kids, tag, ownPage, table, depth);
        }
    }

    private int page(COSDictionary element, int inherited) {
        COSDictionary page = element.getCOSDictionary(COSName.PG);
        return page == null ? inherited : pages.getOrDefault(page, inherited);
    }

    private void addKid(@Nullable COSBase kid, Tag tag, int page, @Nullable OpenTable table, int depth) {
        if (kid instanceof COSInteger mark) {
            contents.add(new Content(page, mark.intValue(), tag));
        } else if (kid instanceof COSDictionary dictionary) {
            if (COSName.MCR.equals(dictionary.getCOSName(COSName.TYPE))) {
                int mark = dictionary.getInt(COSName.MCID, -1);
                if (mark >= 0) {
                    contents.add(new Content(page(dictionary, page), mark, tag));
                }
            } else {
                addElement(dictionary, tag, page, table, depth);
            }
        }
    }

    private void addElement(COSDictionary element, Tag outer, int page, @Nullable OpenTable table, int depth) {
        String type = standardType(element.getCOSName(COSName.S));
        OpenTable current = table;
        Tag tag = outer;
        if (type.equals("Table") && (table == null || table.isBox)) {
            current = new OpenTable(++lastId, cells(element, 0) <= MAX_BOX_CELLS);
            tag = Tag.NONE;
        } else if (current != null && type.equals("TR")) {
            current.startRow();
        } else if (current != null && (type.equals("TD") || type.equals("TH")) && !outer.isCell()) {
            int rows = span(element, "RowSpan");
            int columns = span(element, "ColSpan");
            tag = Tag.of(current.id, current.addCell(rows, columns, type.equals("TH")));
        } else if (outer.role() == Role.UNKNOWN || (!outer.isCell() && isOwnElement(type))) {
            tag = tag(type);
        }
        int start = contents.size();
        addKids(element, tag, page, current, depth + 1);
        if (outer.role() == Role.UNKNOWN && tag.role() != Role.UNKNOWN) {
            moveOthersBehind(tag, start);
        }
    }

    /** Returns the number of cells in the rows of a table, or one more than a box has if there are more. */
    private int cells(COSDictionary element, int depth) {
        COSBase kids = element.getDictionaryObject(COSName.K);
        COSArray all = kids instanceof COSArray array ? array : new COSArray(kids == null ? List.of() : List.of(kids));
        int cells = 0;
        for (int at = 0; at < all.size() && cells <= MAX_BOX_CELLS && depth < MAX_ROW_DEPTH; at++) {
            if (all.getObject(at) instanceof COSDictionary kid) {
                String type = standardType(kid.getCOSName(COSName.S));
                cells += type.equals("TD") || type.equals("TH") ? 1 : cells(kid, depth + 1);
            }
        }
        return Math.min(cells, MAX_BOX_CELLS + 1);
    }

    /** Moves the notes and figures within an element behind its own text, which they would interrupt. */
    private void moveOthersBehind(Tag tag, int start) {
        List<Content> added = contents.subList(start, contents.size());
        List<Content> own =
                added.stream().filter(content -> content.tag().equals(tag)).toList();
        List<Content> others =
                added.stream().filter(content -> !content.tag().equals(tag)).toList();
        if (!own.isEmpty() && !others.isEmpty()) {
            added.clear();
            contents.addAll(own);
            contents.addAll(others);
        }
    }

    /** Returns whether an element of {@code type} is apart from the text of the element that contains it. */
    private static boolean isOwnElement(String type) {
        return switch (role(type)) {
            case ITEM, NOTE, FIGURE -> true;
            default -> false;
        };
    }

    private Tag tag(String type) {
        Role role = role(type);
        if (role == Role.UNKNOWN) {
            return Tag.NONE;
        }
        lastId++;
        return Tag.of(lastId, role, role == Role.HEADING ? level(type) : 0);
    }

    private static Role role(String type) {
        return switch (type) {
            case "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title" -> Role.HEADING;
            case "P", "Caption", "BlockQuote" -> Role.PARAGRAPH;
            case "LI" -> Role.ITEM;
            case "Note", "FENote" -> Role.NOTE;
            case "Figure", "Formula" -> Role.FIGURE;
            default -> Role.UNKNOWN;
        };
    }

    private static int level(String type) {
        return type.length() == 2 && type.charAt(1) >= '1' && type.charAt(1) <= '6' ? type.charAt(1) - '0' : 1;
    }

    /** Returns the standard structure type of {@code type} by the role map. */
    private String standardType(@Nullable COSName type) {
        COSName standard = type;
        for (int i = 0; i < MAX_ROLE_MAPPINGS && standard != null && roleMap != null; i++) {
            COSName mapped = roleMap.getCOSName(standard);
            if (mapped == null || mapped.equals(standard)) {
                break;
            }
            standard = mapped;
        }
        return standard == null ? "" : standard.getName();
    }

    private static int span(COSDictionary element, String name) {
        COSBase attributes = element.getDictionaryObject(COSName.A);
        int span = 1;
        if (attributes instanceof COSArray array) {
            for (int at = 0; at < array.size(); at++) {
                if (array.getObject(at) instanceof COSDictionary one) {
                    span = Math.max(span, one.getInt(COSName.getPDFName(name), 1));
                }
            }
        } else if (attributes instanceof COSDictionary one) {
            span = one.getInt(COSName.getPDFName(name), 1);
        }
        return Math.clamp(span, 1, MAX_SPAN);
    }
}
