package vn.sovang.api.recording;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Gives every command its address before the first request can come in.
@Component
class CommandAddresses implements SmartInitializingSingleton {
    private final CommandResource commands;
    private final RequestMappingHandlerMapping handlers;

    CommandAddresses(
            CommandResource commands,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.commands = commands;
        this.handlers = handlers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        commands.register(handlers);
    }
}
