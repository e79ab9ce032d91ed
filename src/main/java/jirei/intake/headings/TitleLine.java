package jirei.intake.headings;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.facts.PlaceName;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/** Finds the title among the lines of a cover or head of a document. Stateless. */
public final class TitleLine {
    private static final int MAX_LENGTH = 100;
    /** Number of blocks that may have a labelled title or the subject of a notice. */
    private static final int SEARCH_BLOCKS = 15;

    private static final String NUMBER = "[0-9一二三四五六七八九十]{0,4}(?:[-の.][0-9]{1,3})?";
    private static final Pattern STAMP = Pattern.compile("[【\\[(〔<\\s]*(?:第?" + NUMBER
            + "号?)?(?:機密(?:性)?|厳?秘|社外秘|部外秘|取扱注意|関係者限り|素?案|未定稿|暫定版|参考(?:資料)?|資料|別紙|別添|別記|(?:別記)?様式|添付資料|回覧|供覧|写し?|速報|確定版|最終版|概要版)第?"
            + NUMBER + "号?(?:\\s*\\([^)]*\\))?[】\\])〕>\\s]*(?:\\([^)]{0,30}\\))?");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile("[^\\s。]{0,10}第?\\s?[0-9]{1,6}(?:-[0-9]+)?号.*");
    private static final Pattern ADDRESSEE = Pattern.compile(".{1,40}(?:殿|様|各位|御中)");
    private static final Pattern SUBJECT = Pattern.compile(".{4,90}(?:について|に関して|の件)(?:\\s*\\([^()]{1,14}\\))?");
    private static final Pattern DATE = Pattern.compile(
            "[(\\s]*(?:令和|平成|昭和|R|H|S|西暦)?\\s*[0-9元一二三四五六七八九十〇]{1,4}\\s*(?:年度?|[./-])[0-9元一二三四五六七八九十〇\\s()年月日度時現在発行版改訂作成火水木金土曜～~./-]{0,24}");
    private static final Pattern SERIES = Pattern.compile(
            ".*(?:シリーズ|叢書)(?:\\s*(?:No\\.?|Vol\\.?|第)?\\s*[0-9]*.?)|.*(?i:\\b(?:vol|no)\\.)\\s*[0-9]+.{0,6}|.*第[0-9一二三四五六七八九十]{1,4}[集巻輯]|.{0,4}(?:令和|平成|[0-9]{4}).{1,6}年度.{2,40}(?:事業|プロジェクト|調査研究)");
    private static final Pattern NO_WORDS =
            Pattern.compile("[^\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}A-Za-z]*|[(〔〜~―-].*[)〕〜~―-]");
    private static final Pattern ORGANIZATION = Pattern.compile(
            ".{1,30}(?:課|部|局|係|課長|部長|局長|会長|市長|町長|村長|知事|理事長|所長|協議会|委員会|研究所|法人.{0,20}|財団|機構|事務局|役場|役所|医師会|大学|センター|病院|保健所)");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^[0-9０-９]{1,3}[.．\\s\u3000]++");
    private static final Pattern CONTENTS = Pattern.compile("事務連絡|通知|はじめに|序文?|まえがき|挨拶|ごあいさつ|目次|概要|本文|開催要項");
    private static final Pattern LABEL_OF_TITLE =
            Pattern.compile("件名|題名|表題|タイトル|取組名称?|取組の名称|取組の?タイトル|事例名|事例の名称|事例タイトル");

    private TitleLine() {}

    /** Returns the title that a label such as 件名 or 取組名 names near the start of {@code blocks}. */
    public static Optional<String> labelled(List<Block> blocks) {
        return Field.of(blocks.subList(0, Math.min(blocks.size(), SEARCH_BLOCKS))).stream()
                .filter(field -> field.kind() == FieldLabel.TITLE
                        && LABEL_OF_TITLE.matcher(field.label()).matches()
                        && !field.value().isEmpty()
                        && field.value().length() <= MAX_LENGTH)
                .map(Field::value)
                .findFirst();
    }

    /**
     * Returns the index of the title.
     *
     * @param blocks the blocks of the document
     * @param cover the indexes of the lines of its cover
     */
    public static OptionalInt find(List<Block> blocks, List<Integer> cover) {
        OptionalInt subject = subject(blocks);
        if (subject.isPresent()) {
            return subject;
        }
        List<Integer> lines = cover.stream()
                .filter(at -> canBeTitle(blocks.get(at).text()) && !isField(blocks.get(at)))
                .toList();
        Optional<Integer> heading = lines.stream()
                .filter(at -> blocks.get(at).isHeading())
                .min(Comparator.comparingInt(at -> blocks.get(at).level()));
        Optional<Integer> line = lines.stream()
                .filter(at -> !isOrganization(blocks.get(at).text()))
                .findFirst();
        return heading.or(() -> line).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Returns the subject of an official notice, which has a number or an addressee at its head. */
    private static OptionalInt subject(List<Block> blocks) {
        boolean isNotice = false;
        for (int at = 0; at < Math.min(blocks.size(), SEARCH_BLOCKS); at++) {
            String text = normalized(blocks.get(at).text());
            if (text.length() > MAX_LENGTH || text.endsWith("。")) {
                return OptionalInt.empty();
            }
            if (isNotice && SUBJECT.matcher(text).matches()) {
                return OptionalInt.of(at);
            }
            isNotice |= DOCUMENT_NUMBER.matcher(text).matches()
                    || ADDRESSEE.matcher(text).matches();
        }
        return OptionalInt.empty();
    }

    /** Returns whether {@code line} may be a title: it is no number, stamp, date, place, addressee or series. */
    public static boolean canBeTitle(String line) {
        String text = normalized(line);
        return text.length() <= MAX_LENGTH
                && !NO_WORDS.matcher(text).matches()
                && !STAMP.matcher(text).matches()
                && !DOCUMENT_NUMBER.matcher(text).matches()
                && !ADDRESSEE.matcher(text).matches()
                && !DATE.matcher(text).matches()
                && !SERIES.matcher(text).matches()
                && !CONTENTS.matcher(text).matches()
                && !PlaceName.isOnlyPlace(LEADING_NUMBER.matcher(line).replaceFirst(""));
    }

    private static boolean isField(Block block) {
        return Field.of(List.of(block)).stream().anyMatch(field -> field.kind() != FieldLabel.OTHER);
    }

    private static boolean isOrganization(String line) {
        return ORGANIZATION.matcher(normalized(line)).matches();
    }

    private static String normalized(String line) {
        return line.length() > 2 * MAX_LENGTH
                ? line
                : Normalizer.normalize(JapaneseText.strip(line), Normalizer.Form.NFKC);
    }
}
