using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Customers;
using PayPage.Domain.Team;
using PayPage.UseCases.Customers;

namespace PayPage.Pages.Office.Customers;

/// <summary>Who owes what, the newest customers first.</summary>
[Needs(Right.SeeCustomers)]
internal sealed class IndexModel(ListCustomers listCustomers) : OfficePage
{
    private string? _search;

    /// <summary>As it was typed; null where nothing was.</summary>
    [FromQuery]
    public string? Search
    {
        get => _search;
        init => _search = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    [FromQuery]
    public string? After { get; init; }

    [FromQuery]
    public string? Before { get; init; }

    public ListCustomers.View View { get; private set; } = null!;    // set before the page is shown

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "Customers";
        View = await listCustomers.HandleAsync(new ListCustomers.Wish(Search, IdOf(After), IdOf(Before)), Caller, ct);
    }

    /// <param name="way"><c>after</c> or <c>before</c>.</param>
    public string PathOf(string way, CustomerId id)
    {
        var query = new QueryBuilder { { way, $"{id}" } };

        if (Search is { } search)
        {
            query.Add("search", search);
        }

        return $"{Path("customers")}{query}";
    }

    private static CustomerId? IdOf(string? text) => CustomerId.TryParse(text, out var id) ? id : null;
}
