package jirei.intake.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jirei.intake.facts.PlaceName;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/** Collects the lines of a case that may name its place and year, in groups by decreasing strength. Stateless. */
final class FactLines {
    private static final int MAX_LINE_LENGTH = 60;
    /** Number of lines below a header that belong to it. */
    private static final int HEADER_LINES = 6;

    /** What follows the place in a sentence that says whose case it is. */
    private static final Pattern IS_CASE_OF = Pattern.compile(
            "(?:の|における|での)[^。、]{0,16}(?:取組|取り組み|取組み|事例|実践|活動|報告|例)(?:である|です|を紹介する|を紹介します|を紹介した|を報告する|を報告します)?。?");

    private static final Pattern IS_SUBJECT = Pattern.compile("[一-龯]{0,4}(?:では|は|が|で|に|、)[^\\n]*");

    private FactLines() {}

    /** Returns the lines of the header, below it and of the first sentence; for a whole document those of the cover. */
    static List<List<String>> own(CaseBlocks one, TitledDocument document) {
        return one.isPart()
                ? List.of(one.header(), List.of(one.title()), below(one.blocks()), lead(one))
                : List.of(List.of(one.title()), document.cover(), lead(one));
    }

    /** Returns the headings above a case and the title and cover of its document. */
    static List<List<String>> context(CaseBlocks one, TitledDocument document) {
        return one.isPart()
                ? List.of(one.context().reversed(), List.of(document.title()), document.cover())
                : List.of();
    }

    /** Returns the short lines at the start of a case, which are no sentences. */
    private static List<String> below(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            boolean isLine = block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.ITEM;
            boolean isShort = block.text().length() <= MAX_LINE_LENGTH && !JapaneseText.endsSentence(block.text());
            if (!isLine || !isShort || lines.size() >= HEADER_LINES) {
                break;
            }
            lines.add(block.text());
        }
        return lines;
    }

    /** Returns the first sentence of a case if it says whose case it is; in a collection its subject is enough. */
    private static List<String> lead(CaseBlocks one) {
        String first = firstSentence(one);
        if (PlaceName.starting(first).isEmpty()) {
            return List.of();
        }
        String rest = PlaceName.afterPlace(first);
        boolean isNamed = PlaceName.starting(first)
                .filter(place -> place.prefecture() != null)
                .isPresent();
        boolean isOfCase = IS_CASE_OF.matcher(rest).matches()
                || (one.isPart() && isNamed && IS_SUBJECT.matcher(rest).matches());
        String place = first.substring(0, first.length() - rest.length());
        return isOfCase ? List.of(place) : List.of();
    }

    /** Returns the first sentence of the text before the first heading; empty for none. */
    static String firstSentence(CaseBlocks one) {
        return one.blocks().stream()
                .takeWhile(block -> !block.isHeading())
                .filter(block -> block.kind() == Block.Kind.PARAGRAPH && JapaneseText.endsSentence(block.text()))
                .map(block -> block.text().substring(0, block.text().indexOf('。') + 1))
                .findFirst()
                .orElse("");
    }
}
