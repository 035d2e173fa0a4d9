package vn.sovang.api.operations;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.sovang.api.door.Role;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.readmodel.RebuildRequests;
import vn.sovang.projection.Projections;
import vn.sovang.projection.Rebuilds;

/// How the service is, in plain words, and the read models in the hands of whoever runs it.
@Controller
class OperationsPages {
    private static final String PATH = "/van-hanh";

    private final Conditions conditions;
    private final Rebuilds rebuilds;

    OperationsPages(Conditions conditions, Projections projections) {
        this.conditions = conditions;
        this.rebuilds = projections.rebuilds();
    }

    @GetMapping(PATH)
    String condition(SignedIn reader, Model model) {
        model.addAttribute("now", conditions.now());
        model.addAttribute("runs", reader.acting() == Role.ADMINISTRATOR);
        return "operations/condition";
    }

    @PostMapping(PATH + "/mo-hinh/{name}/dung-lai")
    String begin(@PathVariable String name) {
        return done(rebuilds.begin(name), name);
    }

    @PostMapping(PATH + "/mo-hinh/{name}/tam-dung")
    String pause(@PathVariable String name) {
        return done(rebuilds.pause(name), name);
    }

    @PostMapping(PATH + "/mo-hinh/{name}/tiep-tuc")
    String resume(@PathVariable String name) {
        return done(rebuilds.resume(name), name);
    }

    @PostMapping(PATH + "/mo-hinh/{name}/huy")
    String cancel(@PathVariable String name) {
        return done(rebuilds.cancel(name), name);
    }

    /// Back to the page, so that reloading it asks for nothing again.
    private static String done(Rebuilds.Asked asked, String name) {
        RebuildRequests.require(asked, name);
        return "redirect:" + PATH;
    }
}
