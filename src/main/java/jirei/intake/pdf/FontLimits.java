package jirei.intake.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Limits;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** Checks the character maps and widths of a font before PDFBox reads them, code by code. Not thread-safe. */
final class FontLimits {
    private static final int MAX_MAP_BYTES = 16 << 20;

    private static final Pattern RANGES =
            Pattern.compile("begin(?:bf|cid|notdef)range(.*?)end(?:bf|cid|notdef)range", Pattern.DOTALL);
    /** A range of codes and what they are mapped to: a code, a list or a number. */
    private static final Pattern RANGE = Pattern.compile(
            "<\\s*+([0-9A-Fa-f]{1,8}+)\\s*+>\\s*+<\\s*+([0-9A-Fa-f]{1,8}+)\\s*+>\\s*+(?:<[^>]*+>|\\[[^\\]]*+]|\\d++)?+");

    private final Set<COSDictionary> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Checks the font that an operator selects; does nothing for other operators.
     *
     * @throws DocumentLimitException if a map or the widths have too many codes
     */
    void check(String operator, List<COSBase> operands, @Nullable PDResources resources) throws IOException {
        if (resources == null || operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            return;
        }
        COSDictionary all = resources.getCOSObject();
        if (operator.equals("Tf")) {
            check(named(all, COSName.FONT, name));
        } else if (operator.equals("gs")) {
            COSDictionary state = named(all, COSName.EXT_G_STATE, name);
            COSArray font = state == null ? null : state.getCOSArray(COSName.FONT);
            if (font != null && font.size() > 0 && font.getObject(0) instanceof COSDictionary dictionary) {
                check(dictionary);
            }
        }
    }

    private static @Nullable COSDictionary named(COSDictionary resources, COSName kind, COSName name) {
        COSDictionary ofKind = resources.getCOSDictionary(kind);
        return ofKind == null ? null : ofKind.getCOSDictionary(name);
    }

    private void check(@Nullable COSDictionary font) throws IOException {
        if (font == null || !checked.add(font)) {
            return;
        }
        for (COSName key : List.of(COSName.TO_UNICODE, COSName.ENCODING)) {
            if (font.getDictionaryObject(key) instanceof COSStream map) {
                check(map);
            }
        }
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null && descendants.size() > 0 && descendants.getObject(0) instanceof COSDictionary cid) {
            checkWidths(cid.getCOSArray(COSName.W), 1);
            checkWidths(cid.getCOSArray(COSName.W2), 3);
        }
    }

    /**
     * Checks the widths of a font: a code with a list of widths, or the first and last code of a range with {@code
     * values} numbers.
     */
    private static void checkWidths(@Nullable COSArray widths, int values) {
        long codes = 0;
        int at = 0;
        while (widths != null && at + 1 < widths.size()) {
            if (widths.getObject(at) instanceof COSNumber first && widths.getObject(at + 1) instanceof COSNumber last) {
                codes += Math.max(0, last.longValue() - first.longValue());
                requireCodes(codes);
                at += 2 + values;
            } else {
                at += 2;
            }
        }
    }

    private static void requireCodes(long codes) {
        if (codes > Limits.MAX_MAPPED_CODES) {
            throw new DocumentLimitException("文字の対応表が" + Limits.MAX_MAPPED_CODES / 10_000 + "万字を超える");
        }
    }

    private static void check(COSStream map) throws IOException {
        byte[] bytes;
        try (var in = map.createInputStream()) {
            bytes = in.readNBytes(MAX_MAP_BYTES + 1);
        }
        if (bytes.length > MAX_MAP_BYTES) {
            throw new DocumentLimitException("文字の対応表が" + (MAX_MAP_BYTES >> 20) + "MBを超える");
        }
        long codes = 0;
        Matcher ranges = RANGES.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (ranges.find()) {
            Matcher range = RANGE.matcher(ranges.group(1));
            while (range.find()) {
                codes += Long.parseLong(range.group(2), 16) - Long.parseLong(range.group(1), 16);
                requireCodes(codes);
            }
        }
    }
}
