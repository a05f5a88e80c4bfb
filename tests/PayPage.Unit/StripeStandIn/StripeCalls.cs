using System.Text.Json.Nodes;

namespace PayPage.Unit.StripeStandIn;

/// <summary>What each call takes and gives. Only the parameters that the product sends are known: another one is refused by its name.</summary>
internal sealed class StripeCalls(StripeServer server)
{
    private static readonly string[] Expand = ["expand[*]"];
    private static readonly string[] Paging = ["created", "created[gt]", "created[gte]", "created[lt]", "created[lte]", "limit", "starting_after", "ending_before", "expand[*]"];

    private static readonly string[] Locales =
    [
        "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt",
        "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW",
    ];

    private StripeBook Book => server.Book;

    public JsonObject CreateIntent(StripeCall call)
    {
        call.AllowOnly([.. Expand, "amount", "currency", "automatic_payment_methods[enabled]", "automatic_payment_methods[allow_redirects]", "description", "metadata[*]", "receipt_email"]);
        var amount = call.Whole("amount") ?? throw StripeRefusedException.Invalid("parameter_missing", "Missing required param: amount.", "amount");
        var currency = call.Required("currency");
        call.OneOf("automatic_payment_methods[enabled]", "true", "false");
        call.OneOf("automatic_payment_methods[allow_redirects]", "always", "never");
        StripeBook.Judge(amount, currency);

        return Written(Book.CreateIntent(amount, currency, call.Text("description", 1000), call.Map("metadata")), call);
    }

    public JsonObject ListIntents(StripeCall call)
    {
        call.AllowOnly(Paging);
        return Page(call, "/v1/payment_intents", Book.Do(() => Book.Intents.ToArray()), i => i.Id, i => i.Created, i => i.ToJson(call.Expands("data.latest_charge"), server.Url));
    }

    public JsonObject GetIntent(StripeCall call, string id)
    {
        call.AllowOnly([.. Expand, "client_secret", "key"]);
        var intent = Book.IntentOf(id);
        return call.Text("client_secret") is { } secret && secret != intent.ClientSecret
            ? throw StripeRefusedException.Invalid("payment_intent_invalid_parameter", "The client_secret does not match.", "client_secret")
            : Written(intent, call);
    }

    public JsonObject CancelIntent(StripeCall call, string id)
    {
        call.AllowOnly([.. Expand, "cancellation_reason"]);
        var reason = call.OneOf("cancellation_reason", "abandoned", "duplicate", "fraudulent", "requested_by_customer");
        return Written(Book.Cancel(Book.IntentOf(id), reason ?? "requested_by_customer"), call);
    }

    public JsonObject ConfirmIntent(StripeCall call, string id)
    {
        call.AllowOnly(
            [.. Expand, "client_secret", "key", "return_url", "use_stripe_sdk", "payment_method_data[type]", "payment_method_data[card][number]",
                "payment_method_data[card][exp_month]", "payment_method_data[card][exp_year]", "payment_method_data[card][cvc]", "payment_method_data[sepa_debit][iban]"]);
        var intent = Book.IntentOf(id);

        if (call.Required("client_secret") != intent.ClientSecret)
        {
            throw StripeRefusedException.Invalid("payment_intent_invalid_parameter", "The client_secret does not match.", "client_secret");
        }

        var kind = call.OneOf("payment_method_data[type]", "card", "sepa_debit");
        var number = call.Required(kind == "sepa_debit" ? "payment_method_data[sepa_debit][iban]" : "payment_method_data[card][number]");
        Book.Confirm(intent, TestNumbers.Read(number), call.Required("return_url"));
        return Written(intent, call);
    }

    public JsonObject CreateSession(StripeCall call)
    {
        call.AllowOnly(
            [.. Expand, "mode", "ui_mode", "line_items[0][quantity]", "line_items[0][price_data][currency]", "line_items[0][price_data][unit_amount]",
                "line_items[0][price_data][product_data][name]", "adaptive_pricing[enabled]", "client_reference_id", "success_url", "cancel_url", "expires_at", "locale",
                "metadata[*]", "payment_intent_data[description]", "payment_intent_data[metadata][*]", "submit_type", "customer_email"]);
        _ = call.OneOf("mode", "payment") ?? throw StripeRefusedException.Invalid("parameter_missing", "You must provide mode.", "mode");
        call.OneOf("adaptive_pricing[enabled]", "true", "false");
        call.Text("payment_intent_data[description]", 1000);
        var amount = call.Whole("line_items[0][price_data][unit_amount]") ?? throw StripeRefusedException.Invalid("parameter_missing", "Missing required param: line_items[0][price_data][unit_amount].");
        var currency = call.Required("line_items[0][price_data][currency]");
        StripeBook.Judge(amount, currency);

        if (call.Whole("line_items[0][quantity]") != 1)
        {
            throw StripeRefusedException.Invalid(null, "This stand-in takes one line of quantity 1.", "line_items[0][quantity]");
        }

        return Book.CreateSession((id, now) =>
        {
            var ends = call.Whole("expires_at") ?? now + (24 * 3600);

            return ends < now + (30 * 60) || ends > now + (24 * 3600)
                ? throw StripeRefusedException.Invalid(null, "The `expires_at` timestamp must be between 30 minutes and 24 hours after Checkout Session creation.", "expires_at")
                : new Session
                {
                    Id = id,
                    Amount = amount,
                    Currency = currency,
                    Created = now,
                    ExpiresAt = ends,
                    Livemode = server.Livemode,
                    Item = call.Required("line_items[0][price_data][product_data][name]", 250),
                    SuccessUrl = call.Required("success_url"),
                    CancelUrl = call.Text("cancel_url") ?? call.Required("success_url"),
                    ClientReference = call.Text("client_reference_id", 200),
                    Locale = call.OneOf("locale", Locales),
                    Metadata = call.Map("metadata"),
                    IntentMetadata = call.Map("payment_intent_data[metadata]"),
                };
        }).ToJson(false, false, server.Url);
    }

    public JsonObject ListSessions(StripeCall call)
    {
        call.AllowOnly([.. Paging, "status", "payment_intent"]);
        var all = Book.Do(() => Book.Sessions.ToArray()).Where(s => call.Text("payment_intent") is not { } intent || s.Intent?.Id == intent)
            .Where(s => Book.SessionOf(s.Id).Status == (call.Text("status") ?? s.Status));
        return Page(call, "/v1/checkout/sessions", all, s => s.Id, s => s.Created, s => s.ToJson(false, false, server.Url));
    }

    public JsonObject GetSession(StripeCall call, string id)
    {
        call.AllowOnly(Expand);
        return Book.SessionOf(id).ToJson(call.Expands("payment_intent"), call.Expands("payment_intent.latest_charge"), server.Url);
    }

    public JsonObject ExpireSession(StripeCall call, string id)
    {
        call.AllowOnly(Expand);
        return Book.Expire(Book.SessionOf(id)).ToJson(false, false, server.Url);
    }

    public JsonObject CreateRefund(StripeCall call)
    {
        call.AllowOnly([.. Expand, "payment_intent", "amount", "metadata[*]", "reason"]);
        call.OneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        return Book.Refund(call.Required("payment_intent"), call.Whole("amount"), call.Map("metadata")).ToJson();
    }

    public JsonObject ListRefunds(StripeCall call)
    {
        call.AllowOnly([.. Paging, "payment_intent", "charge"]);
        var all = Book.Do(() => Book.Refunds.ToArray()).Where(r => call.Text("payment_intent") is not { } intent || r.Charge.Intent.Id == intent);
        return Page(call, "/v1/refunds", all, r => r.Id, r => r.Created, r => r.ToJson());
    }

    public JsonObject GetRefund(StripeCall call, string id)
    {
        call.AllowOnly(Expand);
        return Book.RefundOf(id).ToJson();
    }

    public JsonObject GetAccount(StripeCall call)
    {
        call.AllowOnly(Expand);
        return new JsonObject
        {
            ["id"] = server.AccountId,
            ["object"] = "account",
            ["business_profile"] = new JsonObject { ["name"] = server.AccountName },
            ["charges_enabled"] = server.ChargesEnabled,
            ["country"] = "AT",
            ["default_currency"] = "eur",
        };
    }

    public JsonObject ListEvents(StripeCall call)
    {
        call.AllowOnly([.. Paging, "delivery_success", "type", "types[*]"]);
        var types = call.List("types");

        if (types.Count > 20 || (types.Count > 0 && call.Text("type") is not null))
        {
            throw StripeRefusedException.Invalid(null, "At most 20 types, and not together with type.", "types");
        }

        var all = server.Hooks.All.Where(h => types.Count == 0 || types.Contains(h.Type))
            .Where(h => call.OneOf("delivery_success", "true", "false") is not { } wanted || h.Delivered == (wanted == "true"));
        return Page(call, "/v1/events", all, h => h.Id, h => h.Created, h => JsonNode.Parse(h.Body)!.AsObject());
    }

    private JsonObject Written(Intent intent, StripeCall call) => intent.ToJson(call.Expands("latest_charge"), server.Url);

    private static JsonObject Page<T>(StripeCall call, string url, IEnumerable<T> all, Func<T, string> id, Func<T, long> created, Func<T, JsonObject> write)
    {
        var limit = call.Whole("limit") ?? 10;

        if (limit is < 1 or > 100)
        {
            throw StripeRefusedException.Invalid("parameter_invalid_integer", "limit must be between 1 and 100.", "limit");
        }

        T[] fitting =
        [
            .. all.Reverse()
                .Where(t => created(t) >= (call.Whole("created[gte]") ?? long.MinValue) && created(t) > (call.Whole("created[gt]") ?? long.MinValue))
                .Where(t => created(t) <= (call.Whole("created[lte]") ?? long.MaxValue) && created(t) < (call.Whole("created[lt]") ?? long.MaxValue)),
        ];

        if (call.Text("starting_after") is { } after)
        {
            fitting = [.. fitting.SkipWhile(t => id(t) != after).Skip(1)];
        }

        return new JsonObject
        {
            ["object"] = "list",
            ["url"] = url,
            ["has_more"] = fitting.Length > limit,
            ["data"] = new JsonArray([.. fitting.Take((int)limit).Select(t => (JsonNode)write(t))]),
        };
    }
}
