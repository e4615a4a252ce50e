package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.texts.Texts;
import java.util.Locale;

/**
 * What a person must read, in both languages.
 *
 * @param key key of the text
 * @param english words in the English text
 * @param korean words in the Korean text
 */
record Wording(String key, String english, String korean) {

    /** No verdict is longer: it must be read at arm's length. */
    private static final int LONGEST = 200;

    /** The verdict says it, in this tone. */
    void check(BenchView view, Verdict.Tone tone) {
        Verdict verdict = view.verdict();
        assertThat(verdict).isNotNull();
        assertThat(verdict.tone()).as("%s", verdict.text()).isEqualTo(tone);
        check(verdict.text());
    }

    /** A notice beside the job says it. */
    void checkNotice(BenchView view) {
        assertThat(view.notices()).extracting(Text::key).contains(key);
        view.notices().stream().filter(text -> text.key().equals(key)).forEach(this::check);
    }

    static boolean hasNotice(BenchView view, String key) {
        return view.notices().stream().anyMatch(text -> text.key().equals(key));
    }

    private void check(Text text) {
        assertThat(text.key()).isEqualTo(key);
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Texts.in(language).of(text))
                    .contains(language.equals(Locale.KOREAN) ? korean : english)
                    .hasSizeLessThan(LONGEST)
                    .doesNotContainPattern("\\p{Cntrl}");
        }
    }
}
