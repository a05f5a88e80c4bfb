using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PayPage.Unit.StripeStandIn;

/// <summary>The API's door: keys, version, faults, the idempotency store. What each call does: <see cref="StripeCalls"/>.</summary>
internal sealed class StripeEndpoints(StripeServer server)
{
    private readonly StripeCalls _calls = new(server);

    public void Map(IEndpointRouteBuilder app)
    {
        Add(app, "POST", "/v1/payment_intents", (call, _) => _calls.CreateIntent(call));
        Add(app, "GET", "/v1/payment_intents", (call, _) => _calls.ListIntents(call));
        Add(app, "GET", "/v1/payment_intents/{id}", (call, id) => _calls.GetIntent(call, id), forBrowsers: true);
        Add(app, "POST", "/v1/payment_intents/{id}/cancel", (call, id) => _calls.CancelIntent(call, id));
        Add(app, "POST", "/v1/payment_intents/{id}/confirm", (call, id) => _calls.ConfirmIntent(call, id), forBrowsers: true);
        Add(app, "POST", "/v1/checkout/sessions", (call, _) => _calls.CreateSession(call));
        Add(app, "GET", "/v1/checkout/sessions", (call, _) => _calls.ListSessions(call));
        Add(app, "GET", "/v1/checkout/sessions/{id}", (call, id) => _calls.GetSession(call, id));
        Add(app, "POST", "/v1/checkout/sessions/{id}/expire", (call, id) => _calls.ExpireSession(call, id));
        Add(app, "POST", "/v1/refunds", (call, _) => _calls.CreateRefund(call));
        Add(app, "GET", "/v1/refunds", (call, _) => _calls.ListRefunds(call));
        Add(app, "GET", "/v1/refunds/{id}", (call, id) => _calls.GetRefund(call, id));
        Add(app, "GET", "/v1/account", (call, _) => _calls.GetAccount(call));
        Add(app, "GET", "/v1/events", (call, _) => _calls.ListEvents(call));
        app.MapMethods("/v1/{**path}", ["OPTIONS"], Preflight);
    }

    private static void Preflight(HttpContext http)
    {
        AllowBrowsers(http);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static void AllowBrowsers(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.AccessControlAllowHeaders = "authorization, content-type, stripe-version";
        http.Response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
    }

    private void Add(IEndpointRouteBuilder app, string method, string pattern, Func<StripeCall, string, JsonObject> handle, bool forBrowsers = false) =>
        app.MapMethods(pattern, [method], http => AnswerAsync(http, handle, forBrowsers));

    private async Task AnswerAsync(HttpContext http, Func<StripeCall, string, JsonObject> handle, bool forBrowsers)
    {
        var line = $"{http.Request.Method} {http.Request.Path}";
        var key = http.Request.Headers["Idempotency-Key"].FirstOrDefault();
        var parameters = "";
        var begun = false;
        int status;
        string body;

        if (forBrowsers)
        {
            AllowBrowsers(http);
        }

        http.Response.Headers["Request-Id"] = $"req_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(7))}";
        server.BeforeCall?.Invoke(line);
        var fault = server.Faults.Take(line);

        try
        {
            if (await FailsInFrontAsync(http, fault))
            {
                server.Note(new StripeServer.Asked(line, "", key, http.Response.StatusCode));
                return;
            }

            var call = await StripeCall.ReadAsync(http);
            parameters = call.Fingerprint;
            Admit(http, call, forBrowsers);

            if (fault == FaultKind.NotPermitted)
            {
                throw new StripeRefusedException(403, "invalid_request_error", "secret_key_required", "The provided key does not have the required permissions for this endpoint.");
            }

            if (fault == FaultKind.KeyInUse)
            {
                throw new StripeRefusedException(409, "idempotency_error", "idempotency_key_in_use", "There is currently another in-progress request using this key.");
            }

            if (key is not null && http.Request.Method == "POST")
            {
                if (server.Idempotency.Begin(key, $"{line}?{parameters}") is { } stored)
                {
                    http.Response.Headers["Idempotent-Replayed"] = "true";
                    await SendAsync(http, line, parameters, key, stored.Status, stored.Body);
                    return;
                }

                begun = true;
            }

            (status, body) = fault == FaultKind.Error500
                ? (500, Broken)
                : (200, handle(call, http.Request.RouteValues["id"]?.ToString() ?? "").ToJsonString());

            if (fault == FaultKind.Error500After)
            {
                (status, body) = (500, Broken);
            }

            if (begun)
            {
                server.Idempotency.Keep(key!, status, body);    // it has begun with a key
            }
        }
        catch (StripeRefusedException refusal)
        {
            (status, body) = (refusal.Status, refusal.ToJson().ToJsonString());

            if (begun && refusal.Stored)
            {
                server.Idempotency.Keep(key!, status, body);
            }
            else if (begun)
            {
                server.Idempotency.Forget(key!);
            }
        }

        if (server.HooksFirst)
        {
            await server.Hooks.IdleAsync();
        }

        if (status == 200 && fault is FaultKind.HangAfter or FaultKind.CutAfter or FaultKind.GarbageAfter)
        {
            server.Note(new StripeServer.Asked(line, parameters, key, 0));    // first: the caller may know how it ended before we do
            await FailsBehindAsync(http, fault, body);
            return;
        }

        await SendAsync(http, line, parameters, key, status, body);
    }

    private const string Broken = """{"error":{"type":"api_error","message":"Sorry! There was a problem on our side."}}""";

    private static async Task<bool> FailsInFrontAsync(HttpContext http, FaultKind? fault)
    {
        switch (fault)
        {
            case FaultKind.HangBefore:
                await HangAsync(http);
                return true;
            case FaultKind.TooMany:
                http.Response.StatusCode = 429;
                await http.Response.WriteAsync("""{"error":{"type":"invalid_request_error","code":"rate_limit","message":"Request rate limit exceeded."}}""");
                return true;
            case FaultKind.BadGateway or FaultKind.ForeignForbidden:
                http.Response.StatusCode = fault == FaultKind.BadGateway ? 502 : 403;
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<html><h1>Something in between</h1></html>");
                return true;
            case FaultKind.Redirect:
                http.Response.Redirect("/v1/account");
                return true;
            default:
                return false;
        }
    }

    private static async Task<bool> FailsBehindAsync(HttpContext http, FaultKind? fault, string body)
    {
        switch (fault)
        {
            case FaultKind.HangAfter:
                await HangAsync(http);
                return true;
            case FaultKind.CutAfter:
                http.Response.ContentType = "application/json";
                http.Response.ContentLength = body.Length * 2;
                await http.Response.WriteAsync(body[..(body.Length / 2)]);
                await http.Response.Body.FlushAsync();
                http.Abort();
                return true;
            case FaultKind.GarbageAfter:
                await http.Response.WriteAsync("<html>not json</html>");
                return true;
            default:
                return false;
        }
    }

    private static async Task HangAsync(HttpContext http)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(2), http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
        }

        http.Abort();
    }

    private void Admit(HttpContext http, StripeCall call, bool forBrowsers)
    {
        var bearer = http.Request.Headers.Authorization.ToString() is { Length: > 7 } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : null;

        if (forBrowsers && (bearer ?? call.Text("key")) == server.PublishableKey)
        {
            return;    // a browser says no version: its script has one
        }

        if (bearer is null)
        {
            throw new StripeRefusedException(401, "invalid_request_error", null, "You did not provide an API key.");
        }

        if (server.KeyRevoked || bearer != server.SecretKey)
        {
            throw new StripeRefusedException(401, "invalid_request_error", server.KeyRevoked ? "api_key_expired" : null, $"Invalid API Key provided: {bearer[..Math.Min(8, bearer.Length)]}*****");
        }

        var version = http.Request.Headers["Stripe-Version"].ToString();

        if (version != StripeServer.Version)
        {
            throw StripeRefusedException.Invalid("invalid_api_version", $"This stand-in speaks {StripeServer.Version}, not '{version}'.");
        }
    }

    private async Task SendAsync(HttpContext http, string line, string parameters, string? key, int status, string body)
    {
        server.Note(new StripeServer.Asked(line, parameters, key, status));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body);
    }
}
