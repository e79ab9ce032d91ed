package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.Prefecture;
import jirei.intake.layout.SourceLine;
import jirei.intake.layout.StringSimilarity;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/** Parses the front page of a printed case: prefecture, place, title and highlights. Not thread-safe. */
final class PrintedFront {
    private static final Pattern MAIN_HEADING = Pattern.compile("[0-9０-９]{1,2}[.．](?![0-9]).*", Pattern.DOTALL);
    /** Minimum similarity of a main heading and its highlight. */
    private static final double MIN_SIMILARITY = 0.8;

    /** A highlight: the pieces of its heading and of its text. */
    private record Pair(List<PrintedPiece> heading, List<PrintedPiece> text) {}

    private final List<PrintedPiece> pieces;
    private final List<PrintedPiece> mains;
    private final List<SourceLine> headLines = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    /** @param pieces the pieces of the case */
    PrintedFront(List<PrintedPiece> pieces) {
        this.pieces = pieces;
        this.mains = pieces.stream()
                .filter(piece -> MAIN_HEADING.matcher(piece.text()).matches())
                .toList();
    }

    FrontPage read() {
        int prefecture = indexOf(LineGroupType.PREFECTURE, 0);
        int praise = indexOf(LineGroupType.PRAISE, 0);
        int from = Math.min(prefecture, praise);
        int to = praise < pieces.size() ? endOfHighlights(praise + 1) : endOfHighlights(prefecture + 1);
        String place = praise < pieces.size() ? placeOf(pieces.get(praise)) : "";
        List<PrintedPiece> title = new ArrayList<>();
        for (PrintedPiece piece : pieces.subList(0, to)) {
            boolean isHead = piece.number() > pieces.get(from).number() && pairs.isEmpty() && isBefore(piece, praise);
            switch (piece.type()) {
                case NUMBER, CASE_LABEL, RUNNING_TITLE -> {} // furniture of the body
                case PREFECTURE, PRAISE -> headLines.add(piece.line());
                case BULLET -> pairs.add(new Pair(new ArrayList<>(List.of(piece)), new ArrayList<>()));
                default -> {
                    if (isHead) {
                        title.add(piece);
                    } else if (!pairs.isEmpty()) {
                        addToHighlight(piece);
                    }
                }
            }
        }
        title.forEach(piece -> headLines.add(piece.line()));
        String named = place.isEmpty() && !title.isEmpty() ? title.removeFirst().text() : place;
        title.removeIf(piece -> JapaneseText.comparisonKey(piece.text()).equals(JapaneseText.comparisonKey(named)));
        String joined = JapaneseText.join(title.stream().map(PrintedPiece::text).toList());
        return new FrontPage(from, to, prefectureAt(prefecture), named, joined, headLines, highlights());
    }

    private boolean isBefore(PrintedPiece piece, int at) {
        return at >= pieces.size() || piece.number() < pieces.get(at).number();
    }

    private int indexOf(LineGroupType type, int from) {
        int at = from;
        while (at < pieces.size() && pieces.get(at).type() != type) {
            at++;
        }
        return at;
    }

    /** Returns the index of the first main heading, which has the text of a highlight or is numbered. */
    private int endOfHighlights(int from) {
        for (int at = from; at < pieces.size(); at++) {
            PrintedPiece piece = pieces.get(at);
            boolean isNumbered = mains.contains(piece);
            boolean isRepeated = piece.type() != LineGroupType.BULLET
                    && pieces.subList(0, at).stream()
                            .filter(one -> one.type() == LineGroupType.BULLET)
                            .anyMatch(one -> StringSimilarity.of(one.text(), piece.text()) >= MIN_SIMILARITY);
            if (isNumbered || isRepeated) {
                return at;
            }
        }
        return Math.min(from, pieces.size());
    }

    private static String placeOf(PrintedPiece praise) {
        Matcher matcher = LineGroupType.PRAISE_LINE.matcher(praise.text());
        return matcher.matches() ? JapaneseText.trimSpaces(matcher.group(1)) : "";
    }

    private @Nullable Prefecture prefectureAt(int at) {
        if (at >= pieces.size()) {
            return null;
        }
        String text = pieces.get(at).text();
        return Prefecture.named(text.substring(1, text.length() - 1)).orElse(null);
    }

    /** Adds a piece behind a bullet: the rest of a wrapped heading, or the text. */
    private void addToHighlight(PrintedPiece piece) {
        Pair last = pairs.getLast();
        boolean isHeading = last.text().isEmpty() && isMoreLikeMain(heading(last), piece.text());
        (isHeading ? last.heading() : last.text()).add(piece);
    }

    private boolean isMoreLikeMain(String heading, String rest) {
        double together = similarity(heading + rest);
        return together >= MIN_SIMILARITY && together > similarity(heading);
    }

    private double similarity(String heading) {
        return mains.stream()
                .mapToDouble(main -> StringSimilarity.of(main.text(), heading))
                .max()
                .orElse(0);
    }

    private static String heading(Pair pair) {
        String text = JapaneseText.join(
                pair.heading().stream().map(PrintedPiece::text).toList());
        Matcher bullet = LineGroupType.BULLET_START.matcher(text);
        return bullet.matches() ? bullet.group(1) : text;
    }

    /** Returns the highlights. If all texts are behind the last heading, there is one for each heading. */
    private List<FrontPage.Highlight> highlights() {
        boolean areApart = pairs.size() > 1
                && pairs.stream().limit(pairs.size() - 1).allMatch(pair -> pair.text()
                        .isEmpty());
        if (areApart) {
            List<PrintedPiece> texts = List.copyOf(pairs.getLast().text());
            pairs.getLast().text().clear();
            for (int at = 0; at < texts.size(); at++) {
                pairs.get(Math.min(at, pairs.size() - 1)).text().add(texts.get(at));
            }
        }
        return pairs.stream()
                .map(pair -> new FrontPage.Highlight(heading(pair), lines(pair.heading()), lines(pair.text())))
                .toList();
    }

    private static List<SourceLine> lines(List<PrintedPiece> pieces) {
        return pieces.stream().map(PrintedPiece::line).toList();
    }
}
