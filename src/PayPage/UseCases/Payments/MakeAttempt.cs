using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Payments;

/// <summary>The secret by which a browser proves that it began a payment: made with the page, posted with it, kept in a cookie afterwards.</summary>
internal sealed class MakeAttempt(PayPageDbContext db, FindLink findLink, RandomBytes random)
{
    private const int RandomLength = 16;
    private const int Length = 22;

    public string Handle() => Base64Url.EncodeToString(random(RandomLength));

    [SuppressMessage("Performance", "CA1822", Justification = "Belongs to what this makes.")]
    public bool IsOne([NotNullWhen(true)] string? attempt) =>
        attempt?.Length == Length && attempt.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <returns>The link, when its open payment was begun with this secret; else null.</returns>
    public async Task<LinkId?> BeganOpenPaymentAsync(string token, string? attempt, CancellationToken ct)
    {
        if (!IsOne(attempt) || await findLink.HandleAsync(token, ct) is not { } link)
        {
            return null;
        }

        var open = await db.Payments.AsNoTracking()
            .SingleOrDefaultAsync(p => p.LinkId == link.Id && PaymentTransitions.Open.Contains(p.Status), ct);

        return open is not null && open.WasBegunBy(attempt) ? link.Id : null;
    }
}
