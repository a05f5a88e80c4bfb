using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases;
using PayPage.UseCases.Team;

namespace PayPage.Pages.Office;

/// <summary>A page of one merchant's back office. Before any handler runs it is proven that the reader works there and may do this.</summary>
internal abstract class OfficePage : SignedInPage
{
    private const string IdPrefix = "mer_";

    private Member? _member;

    /// <summary><c>mer_…</c>: which merchant is meant stands in the address, so two tabs cannot mix two merchants up.</summary>
    [FromRoute(Name = "merchant")]
    public string MerchantId { get; init; } = "";

    /// <summary>Never null in a handler.</summary>
    public override Member? Office => _member;

    public Merchant Merchant => _member!.Merchant;    // the check is before the handlers

    /// <summary>For whom everything is done and read: every use case is bounded to it.</summary>
    public Caller Caller => _member!.Caller;

    public bool May(Right right) => _member!.May(right);

    /// <param name="rest">Such as <c>invoices</c>; nothing: the merchant's home.</param>
    public string Path(string rest = "") => PathOf(Merchant.Id, rest);

    public static string PathOf(MerchantId id, string rest = "") => $"/merchant/{id}{(rest.Length == 0 ? "" : "/")}{rest}";

    /// <summary>Of an invoice, or of something that can be done with it. Numbers may hold any character: they are escaped.</summary>
    public string InvoicePath(string number, string rest = "") => Path($"invoices/{Uri.EscapeDataString(number)}{(rest.Length == 0 ? "" : "/")}{rest}");

    public string PreviewPath(string number) => Path($"previews/page?invoice={Uri.EscapeDataString(number)}");

    protected sealed override async Task<IActionResult?> RefuseAsync(PageHandlerExecutingContext context, CancellationToken ct)
    {
        if (!TryRead(MerchantId, out var id)
            || await HttpContext.RequestServices.GetRequiredService<FindMember>().HandleAsync(Me, id, ct) is not { } member)
        {
            return NotFound();    // a foreign merchant and none are one answer
        }

        _member = member;
        var missing = Needed(GetType()).Concat(Needed(context.HandlerMethod?.MethodInfo)).FirstOrDefault(need => !member.May(need.Right));

        if (missing is null)
        {
            return null;
        }

        HttpContext.Features.Set(new MissingRight(missing.Right, member));
        return StatusCode(StatusCodes.Status403Forbidden);
    }

    private static IEnumerable<NeedsAttribute> Needed(MemberInfo? member) => member?.GetCustomAttributes<NeedsAttribute>() ?? [];

    private static bool TryRead(string text, out MerchantId id)
    {
        var isOne = text.StartsWith(IdPrefix, StringComparison.Ordinal) & Guid.TryParseExact(text.AsSpan(Math.Min(IdPrefix.Length, text.Length)), "N", out var value);
        id = new MerchantId(value);
        return isOne;
    }
}
