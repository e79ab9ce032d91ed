/**
 * How a source document becomes cases: one reader a layout, chosen by content.
 *
 * <p>{@code jirei.intake.document} makes blocks of files of every format. {@code OutlineReader} makes cases of the blocks of
 * any layout: {@code TitledDocument} finds the title, {@code CaseBlocks} the cases, {@code OutlineSections} the sections and
 * {@code CaseFacts} place, year and figures.
 *
 * <p>What could not be placed is reported with its line, never dropped silently, and so is what was placed with doubt.
 *
 * <p>The layout of the 見える化 collections is read in steps, each a class with one question:
 *
 * <ol>
 *   <li>{@code Line}, {@code LineGroup}, {@code Shape}: what does a line look like, and which stand together?
 *   <li>{@code CaseText}: where does a case end?
 *   <li>{@code FrontPage}, {@code RegionBox}: where did it take place, and what is it praised for?
 *   <li>{@code BodyReader} with {@code Texts}, {@code Captions}, {@code Roles} and {@code Neighbours}: which lines make
 *       which text, whatever was printed between them?
 *   <li>{@code HeadingMatch}: which text does each heading head?
 *   <li>{@code SectionDrafts}, {@code CaseAssembly}: which sections make the case, in which order?
 *   <li>{@code Remarks}: what should a person look at?
 * </ol>
 *
 * <p>Depends on {@code cases} and {@code corpus}.
 */
@NullMarked
package jirei.intake;

import org.jspecify.annotations.NullMarked;
