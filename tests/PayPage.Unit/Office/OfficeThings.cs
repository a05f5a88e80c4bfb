using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>What addresses of the demo merchant's back office name: real things of his, for those who may not have them.</summary>
internal static class OfficeThings
{
    /// <param name="member">Somebody of the team.</param>
    public static async Task<Dictionary<string, string>> OfAsync(RunningSite site, UserId member, CancellationToken ct)
    {
        await using var db = site.OpenDatabase();
        var merchant = await db.Merchants.Where(m => m.Name == "Northgate Flowers").Select(m => m.Id).SingleAsync(ct);
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.MerchantId == merchant && i.Number == "DEMO-SENT", ct);
        var link = await db.Links.AsNoTracking().FirstAsync(l => l.InvoiceId == invoice.Id, ct);
        var message = await db.Outbox.AsNoTracking().FirstAsync(m => m.InvoiceId == invoice.Id, ct);
        var invited = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.MerchantId == merchant, ct);
        var invitation = invited?.Id ?? await InviteAsync(db, merchant, member, ct);

        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["merchant"] = $"{merchant}",
            ["number"] = invoice.Number,
            ["customer"] = $"{invoice.CustomerId}",
            ["link"] = $"{link.Id}",
            ["message"] = $"{message.Id}",
            ["user"] = $"{member}",
            ["person"] = $"{member}",
            ["session"] = $"{SessionId.New(new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes))}",
            ["invitation"] = $"{invitation}",
            ["token"] = "none",
            ["what"] = "page",
            ["kind"] = "page",
            ["format"] = "svg",
            ["status"] = "404",
        };
    }

    /// <summary>Another merchant, with a customer and an invoice of the same number as one of the demo's.</summary>
    public static async Task<MerchantId> OtherMerchantAsync(RunningSite site, CancellationToken ct)
    {
        await using var db = site.OpenDatabase();
        var ids = new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes);
        var merchant = new Merchant { Id = MerchantId.New(ids), Name = "Other Flowers", Email = "other@example.com", TimeZone = "UTC", CreatedAt = DateTimeOffset.UtcNow };
        db.Merchants.Add(merchant);
        await db.SaveChangesAsync(ct);
        return merchant.Id;
    }

    private static async Task<InvitationId> InviteAsync(PayPageDbContext db, MerchantId merchant, UserId by, CancellationToken ct)
    {
        var invitation = new Invitation
        {
            Id = InvitationId.New(new IdSource(TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.GetBytes)),
            MerchantId = merchant,
            Email = "invited@example.com",
            Role = Role.Sales,
            InvitedBy = by,
            CreatedAt = DateTimeOffset.UtcNow,
            ExpiresAt = DateTimeOffset.UtcNow.AddDays(1),
        };
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(ct);
        return invitation.Id;
    }
}
