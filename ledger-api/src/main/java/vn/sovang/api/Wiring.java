package vn.sovang.api;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import vn.sovang.Ledger;
import vn.sovang.api.draft.Drafts;
import vn.sovang.api.kept.SavedSearches;
import vn.sovang.api.paper.BlankLayouts;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.Projections;

/// How Spring gets to know an [Installation]: the only configuration. Whoever opened the
/// installation closes it; Spring closes nothing of it.
@SpringBootApplication(proxyBeanMethods = false)
class Wiring {
    @Bean(destroyMethod = "")
    Ledger ledger(Installation installation) {
        return installation.ledger();
    }

    @Bean(destroyMethod = "")
    Projections projections(Installation installation) {
        return installation.projections();
    }

    @Bean
    Figures figures(Projections projections, Ledger ledger) {
        return new Figures(projections, ledger);
    }

    @Bean
    Drafts drafts(Installation installation) {
        return new Drafts(installation.door(), InstantSource.system());
    }

    @Bean
    SavedSearches savedSearches(Installation installation) {
        return new SavedSearches(installation.door());
    }

    @Bean(destroyMethod = "")
    BlankLayouts blankLayouts(Installation installation) {
        return installation.blankLayouts();
    }

    /// In templates `${@fmt.date(day)}`.
    @Bean("fmt")
    VietnameseFormat format() {
        return new VietnameseFormat();
    }
}
