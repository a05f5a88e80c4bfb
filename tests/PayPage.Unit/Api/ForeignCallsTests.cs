using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices.Fields;
using PayPage.Domain.Merchants;
using PayPage.Unit.Office;
using PayPage.Unit.Support;

namespace PayPage.Unit.Api;

/// <summary>No key leads to another merchant's things, nor to those of the other mode: every route of the running site is called with their ids.</summary>
public sealed partial class ForeignCallsTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    // Names in braces that name no thing of a merchant's, and what may stand for them.
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal) { ["kind"] = "invoices", ["format"] = "svg", ["referenceType"] = "Invoice" };

    private static readonly string[] OfBothModes = ["merchantDefinedFields"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("other merchant")]
    [InlineData("other mode")]
    public async Task Every_route_that_names_a_thing_finds_none(string who)
    {
        using var client = await ClientAsync(who);
        var things = await ThingsAsync();
        var before = await Everything.OfAsync(office.Site, Ct);
        var found = new List<string>();

        foreach (var (method, pattern) in Routes().Where(r => Names(r.Pattern).Except(Harmless.Keys).Any()))
        {
            if (who == "other mode" && OfBothModes.Any(thing => pattern.Contains($"/{thing}/", StringComparison.Ordinal)))
            {
                continue;    // the same for test and live
            }

            var answer = await CallAsync(client, method, Filled(pattern, things));

            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                found.Add($"{method} {pattern}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
            }
        }

        Assert.Empty(found);
        Assert.Equal(before, await Everything.OfAsync(office.Site, Ct));
    }

    [Theory]
    [InlineData("other merchant")]
    [InlineData("other mode")]
    public async Task Every_list_holds_nothing_of_theirs(string who)
    {
        using var client = await ClientAsync(who);
        var lists = Routes().Where(r => r.Method == "GET" && !Names(r.Pattern).Except(Harmless.Keys).Any()).ToList();
        Assert.NotEmpty(lists);

        foreach (var (method, pattern) in lists)
        {
            var text = await (await CallAsync(client, method, Filled(pattern, new Dictionary<string, string>()))).Content.ReadAsStringAsync(Ct);
            Assert.DoesNotContain("DEMO-", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Northgate", who == "other mode" ? "" : text, StringComparison.Ordinal);    // his own name he may read
        }
    }

    [Fact]
    public async Task The_same_ids_are_found_by_whom_they_belong_to()
    {
        using var client = office.Site.Browser();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSite.ApiKey);
        var things = await ThingsAsync();

        foreach (var (method, pattern) in Routes().Where(r => r.Method == "GET" && Names(r.Pattern).Any()))
        {
            var answer = await CallAsync(client, method, Filled(pattern, things));
            Assert.True(answer.IsSuccessStatusCode, $"{method} {pattern}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        }
    }

    private async Task<HttpClient> ClientAsync(string who)
    {
        var other = who == "other mode" ? office.Merchant : await OfficeThings.OtherMerchantAsync(office.Site, Ct);
        var text = $"key of {who} {Guid.NewGuid():N}".Replace(' ', '-');
        await using var db = office.Site.OpenDatabase();
        db.ApiKeys.Add(new ApiKey
        {
            Id = ApiKeyId.New(office.Site.Services.GetRequiredService<IdSource>()),
            MerchantId = other,
            Mode = who == "other mode" ? Mode.Live : Mode.Test,
            Name = "Shop",
            Hash = Secret.Hash(text),
            CreatedAt = DateTimeOffset.UtcNow,
        });
        await db.SaveChangesAsync(Ct);
        var client = office.Site.Browser();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        return client;
    }

    private List<(string Method, string Pattern)> Routes()
    {
        office.Site.Browser().Dispose();
        var routes =
            from endpoint in office.Site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            let pattern = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}"
            where pattern.StartsWith("/invoicing/", StringComparison.Ordinal) || pattern.StartsWith("/api/", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
            orderby pattern, method
            select (Method: method, Pattern: pattern);
        var all = routes.Distinct().ToList();
        Assert.Contains(("GET", "/invoicing/v2/invoices/{id}"), all);    // else nothing of this proves anything
        return all;
    }

    /// <summary>A thing is named by what stands before its braces: <c>invoices/{id}</c> is an invoice's number.</summary>
    private async Task<Dictionary<string, string>> ThingsAsync()
    {
        var known = await OfficeThings.OfAsync(office.Site, office.Admin.Id, Ct);
        await using var db = office.Site.OpenDatabase();
        var payment = await db.Payments.AsNoTracking().Where(p => p.MerchantId == office.Merchant && p.MoneyReference != null).OrderBy(p => p.Reference).FirstAsync(Ct);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["invoices"] = known["number"],
            ["batches"] = known["batch"],
            ["links"] = known["link"],
            ["customers"] = known["customer"],
            ["disputes"] = known["dispute"],
            ["payments"] = $"{payment.Id}",
            ["merchantDefinedFields"] = $"{await FieldAsync(db)}",
        };
    }

    /// <summary>One that nobody else has the like of.</summary>
    private async Task<long> FieldAsync(PayPageDbContext db)
    {
        const long Number = 7_001;

        if (!await db.FieldDefinitions.AnyAsync(f => f.MerchantId == office.Merchant && f.Number == Number, Ct))
        {
            db.FieldDefinitions.Add(new FieldDefinition { MerchantId = office.Merchant, Number = Number, Kind = FieldKind.Text, Label = "Order", Position = 1, CreatedAt = DateTimeOffset.UtcNow });
            await db.SaveChangesAsync(Ct);
        }

        return Number;
    }

    private static string Filled(string pattern, Dictionary<string, string> things) => Braces().Replace(pattern, match =>
        things.TryGetValue(match.Groups[1].Value, out var thing) ? $"{match.Groups[1].Value}/{Uri.EscapeDataString(thing)}"
        : Harmless.TryGetValue(match.Groups[2].Value, out var harmless) ? $"{match.Groups[1].Value}/{harmless}"
        : throw new InvalidOperationException($"{pattern}: say in {nameof(ForeignCallsTests)} which thing of a merchant's {match.Value} names, or that it names none."));

    private static IEnumerable<string> Names(string pattern) => Braces().Matches(pattern).Select(match => match.Groups[2].Value);

    private static async Task<HttpResponseMessage> CallAsync(HttpClient client, string method, string path)
    {
        using var call = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        call.Content = method is "GET" or "HEAD" or "DELETE" ? null : Bodies.WithoutLines.AsJson();
        return await client.SendAsync(call, Ct);
    }

    [GeneratedRegex(@"([^/{}]+)/\{\**(\w+)[^}]*\}")]
    private static partial Regex Braces();
}
