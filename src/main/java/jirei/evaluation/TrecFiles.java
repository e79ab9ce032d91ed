package jirei.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.query.SearchRequest;

/**
 * Reads topics and relevance judgments in TREC formats: topics as {@code id<TAB>query} with an optional type in the
 * third column, and judgments as qrels, {@code topic 0 docno grade}. Blank lines and lines starting with {@code #} are
 * ignored. Stateless.
 */
public final class TrecFiles {
    private static final int MAX_GRADE = 10;
    private static final int QRELS_COLUMNS = 4;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final Path topicsFile;
    private final Path judgmentsFile;
    private final Predicate<String> isIndexed;
    private final Map<String, Draft> topics = new LinkedHashMap<>();
    private final List<CorpusDiagnostic> diagnostics = new ArrayList<>();

    private TrecFiles(Path topicsFile, Path judgmentsFile, Predicate<String> isIndexed) {
        this.topicsFile = topicsFile;
        this.judgmentsFile = judgmentsFile;
        this.isIndexed = isIndexed;
    }

    /** A topic while its judgments are being read. */
    private record Draft(int line, String id, String query, String type, Map<String, Integer> grades) {
        Topic topic() {
            boolean caseLevel = grades.keySet().stream().noneMatch(Draft::isSection);
            return new Topic(id, query, type, caseLevel, grades);
        }

        static boolean isSection(String docno) {
            return docno.contains(Topic.SECTION_SEPARATOR);
        }
    }

    /**
     * Reads the topics of a file with the judgments of another, in the order of the topics file.
     *
     * @param topics topics file
     * @param judgments qrels file
     * @param isIndexed returns whether a docno is in the index
     * @throws CorpusFormatException if a line is invalid, with all invalid lines
     * @throws UnreadableFileException if a file cannot be read
     */
    public static List<Topic> read(Path topics, Path judgments, Predicate<String> isIndexed)
            throws CorpusFormatException, UnreadableFileException {
        var files = new TrecFiles(topics, judgments, isIndexed);
        files.lines(topics, files::addTopic);
        files.lines(judgments, files::addJudgment);
        files.checkJudged();
        if (!files.diagnostics.isEmpty()) {
            throw new CorpusFormatException(files.diagnostics);
        }
        return files.topics.values().stream().map(Draft::topic).toList();
    }

    private void lines(Path file, ObjIntConsumer<String> consumer) throws UnreadableFileException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("「" + file + "」は UTF-8 で書かれていません。UTF-8 で保存し直してください。", e);
        } catch (IOException e) {
            throw new UnreadableFileException("「" + file + "」を読めません。ファイルの名前と権限を確かめてください。", e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    i == 0 && lines.get(i).startsWith("\uFEFF") ? lines.get(i).substring(1) : lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                consumer.accept(line, i + 1);
            }
        }
    }

    private void addTopic(String line, int number) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 2 || columns.length > 3 || columns[0].isBlank() || columns[1].isBlank()) {
            report(topicsFile, number, "質問の行は「id<タブ>検索語」か「id<タブ>検索語<タブ>種別」と書いてください。");
            return;
        }
        String id = columns[0].strip();
        String query = columns[1].strip();
        if (query.length() > SearchRequest.MAX_QUERY_LENGTH) {
            report(
                    topicsFile,
                    number,
                    "検索語は" + SearchRequest.MAX_QUERY_LENGTH + "字までです（" + query.length() + "字あります）。短くしてください。");
        }
        String type = columns.length == 3 ? columns[2].strip() : "";
        Draft earlier = topics.putIfAbsent(id, new Draft(number, id, query, type, new LinkedHashMap<>()));
        if (earlier != null) {
            report(topicsFile, number, "質問「" + id + "」は" + earlier.line() + "行にもあります。別の id にしてください。");
        }
    }

    private void addJudgment(String line, int number) {
        String[] columns = WHITE_SPACE.split(line.strip(), -1);
        if (columns.length != QRELS_COLUMNS) {
            report(judgmentsFile, number, "判定の行は「質問の id 0 docno 点」と4列で書いてください（" + columns.length + "列あります）。");
            return;
        }
        String docno = columns[2];
        Draft topic = topics.get(columns[0]);
        OptionalInt grade = grade(columns[3]);
        if (topic == null) {
            report(judgmentsFile, number, "質問「" + columns[0] + "」が「" + topicsFile + "」にありません。id を確かめてください。");
        } else if (grade.isEmpty()) {
            report(judgmentsFile, number, "点「" + columns[3] + "」は正しくありません。" + MAX_GRADE + "までの整数で書いてください。");
        } else if (!isIndexed.test(docno)) {
            report(judgmentsFile, number, "「" + docno + "」は索引にありません。「事例の id#節の id」か「事例の id」で書いてください。");
        } else {
            add(topic, docno, grade.getAsInt(), number);
        }
    }

    private void add(Draft topic, String docno, int grade, int number) {
        boolean isSection = Draft.isSection(docno);
        if (topic.grades().keySet().stream().anyMatch(other -> Draft.isSection(other) != isSection)) {
            report(judgmentsFile, number, "質問「" + topic.id() + "」の判定に節と事例が混じっています。どちらかにそろえてください。");
        } else if (topic.grades().putIfAbsent(docno, grade) != null) {
            report(judgmentsFile, number, "質問「" + topic.id() + "」の「" + docno + "」は二度判定されています。一方を消してください。");
        }
    }

    private static OptionalInt grade(String text) {
        if (!INTEGER.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        int grade = Integer.parseInt(text);
        return grade > MAX_GRADE ? OptionalInt.empty() : OptionalInt.of(grade);
    }

    private void checkJudged() {
        if (topics.isEmpty() && diagnostics.isEmpty()) {
            report(topicsFile, 1, "質問が一つもありません。「id<タブ>検索語」の行を書いてください。");
        }
        for (Draft topic : topics.values()) {
            if (diagnostics.isEmpty() && topic.grades().values().stream().noneMatch(grade -> grade > 0)) {
                report(
                        topicsFile,
                        topic.line(),
                        "質問「" + topic.id() + "」に1点以上の判定がありません。「" + judgmentsFile + "」に書くか、この質問を外してください。");
            }
        }
    }

    private void report(Path file, int line, String message) {
        diagnostics.add(new CorpusDiagnostic(file, line, message));
    }
}
