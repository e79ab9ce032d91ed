package jirei.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Prefecture;

/** The shipped corpus with additional invented cases, some of the same region, some without number, year or figures. */
final class InventedCorpus {
    private static final List<String> WORDS = List.of(
            "看取り", "医師会", "灯台", "渡し船", "当番", "訪問看護", "薬局", "寄合", "山道", "研修", "電話", "記録", "退院", "口腔ケア", "ケアマネジャー", "多職種",
            "連携", "在宅医療", "リハビリ", "相談窓口", "地域包括ケア", "アンケート", "島", "診療所", "取組み", "コンピュータ");
    private static final List<String> PARTICLES = List.of("の", "を", "と", "に", "で", "が");
    private static final List<String> ACTORS = List.of("医師会", "保健所", "市区町村", "訪問看護", "灯台守");
    private static final List<String> THEMES = List.of("ア", "ウ", "カ", "キ");
    private static final List<String> KINDS = List.of("subsection", "point", "role", "activity", "highlight");

    private final Random random;

    private InventedCorpus(long seed) {
        this.random = new Random(seed);
    }

    /** Writes the corpus below {@code folder}, with {@code cases} invented cases. */
    static Path in(Path folder, int cases, long seed) throws IOException {
        Path shipped = Path.of("corpus");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return alone(folder, cases, seed);
    }

    /** Writes the invented cases only. */
    static Path alone(Path folder, int cases, long seed) throws IOException {
        Files.createDirectories(folder.resolve("lexicon"));
        Files.writeString(
                folder.resolve("lexicon/facets.txt"), "予算: 一つ、一覧の順\n予算の値: 少し、かなり、たくさん\n分野: 階層\n戸数: 一つ、数の順、表示名 家の数\n");
        var corpus = new InventedCorpus(seed);
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < cases; number++) {
            lines.add(corpus.json(number));
        }
        Files.write(folder.resolve("invented.jsonl"), lines);
        return folder;
    }

    private String json(int number) {
        String id = "v" + number;
        String prefecture =
                List.of(Prefecture.values()).get(random.nextInt(6) * 7).fullName();
        String numbered = number % 5 == 0 ? "" : "\"number\":" + number % 40 + ",";
        String year = number % 7 == 0 ? "" : "\"year\":" + (2012 + random.nextInt(6)) + ",";
        String region = number % 4 == 0
                ? ""
                : "\"region\":{\"name\":\"村" + number % 30 + "\",\"population\":" + (1000 + random.nextInt(90_000))
                        + (number % 3 == 0 ? "" : ",\"ageingRatePercent\":" + (20 + random.nextInt(20))) + "},";
        String collection = number % 6 == 0 ? "" : "\"collection\":\"報告書" + number % 4 + "\",";
        String further = number % 3 == 0 ? "" : "・" + "松竹梅".charAt(number % 9 / 3) + "町";
        return "{\"id\":\"" + id + "\"," + numbered + year + region + collection + "\"prefecture\":\"" + prefecture
                + "\",\"place\":\"村" + number % 30 + further + "\",\"title\":\"" + words(3) + "\"," + facets(number)
                + "\"sections\":["
                + sections(number)
                + "]}";
    }

    private String sections(int number) {
        List<String> sections = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            sections.add("{\"id\":\"s" + i + "\",\"kind\":\"" + some(KINDS) + "\",\"heading\":\"" + words(2)
                    + "\",\"actors\":[" + some(ACTORS, 2) + "],\"themes\":[" + some(THEMES, 2) + "]," + ocrConfidence()
                    + (i % 3 == 1 ? facets(number + i) : "")
                    + "\"text\":\""
                    + sentences() + "\"}");
        }
        return String.join(",", sections);
    }

    /** Values of the facets that the corpus declares; some cases and sections have none. */
    private static String facets(int number) {
        String budget = number % 4 == 0
                ? ""
                : "\"予算\":[\"" + List.of("少し", "かなり", "たくさん").get(number % 3) + "\"],";
        String fields =
                switch (number % 5) {
                    case 0 -> "[]";
                    case 1 -> "[\"防災/避難所\",\"商い\"]";
                    case 2 -> "[\"防災\"]";
                    default -> "[\"防災/見守り/夜\",\"防災/避難所\"]";
                };
        return "\"facets\":{" + budget + "\"分野\":" + fields + ",\"戸数\":[\"" + number % 7 + "戸\"]},";
    }

    /** A fourth of the sections was read by OCR. */
    private String ocrConfidence() {
        return random.nextInt(4) > 0 ? "" : "\"ocrConfidence\":" + random.nextInt(101) + ",";
    }

    private String sentences() {
        return random.ints(1 + random.nextInt(4))
                .mapToObj(ignored -> words(7) + "した。")
                .collect(Collectors.joining(random.nextBoolean() ? "" : "\\n"));
    }

    private String words(int limit) {
        var text = new StringBuilder(some(WORDS));
        for (int i = random.nextInt(limit); i > 0; i--) {
            text.append(some(PARTICLES)).append(some(WORDS));
        }
        return text.toString();
    }

    private String some(List<String> from, int limit) {
        return random.ints(random.nextInt(limit + 1), 0, from.size())
                .mapToObj(from::get)
                .distinct()
                .map(one -> "\"" + one + "\"")
                .collect(Collectors.joining(","));
    }

    private String some(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
