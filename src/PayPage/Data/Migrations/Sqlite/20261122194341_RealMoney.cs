using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RealMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "Refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Actor",
                table: "Refunds",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "system");

            migrationBuilder.AddColumn<string>(
                name: "FailureReason",
                table: "Refunds",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeftAt",
                table: "Refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Refunds",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Policy");

            migrationBuilder.AddColumn<int>(
                name: "Postings",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "PredecessorId",
                table: "Refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Refunds",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DeclinedTries",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Disputed",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "GivenBack",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "HoldsUntil",
                table: "Payments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MoneyReference",
                table: "Payments",
                type: "TEXT",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Style",
                table: "Payments",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Hosted");

            migrationBuilder.AddColumn<bool>(
                name: "WasOnItsWay",
                table: "Payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DisputeId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RefundLimit",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "RefundLimitCurrency",
                table: "Merchants",
                type: "TEXT",
                unicode: false,
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RefundsWithoutPassword",
                table: "Merchants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsDraft",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "KeyEnd",
                table: "Accounts",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ListNextAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ListedUpTo",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnId",
                table: "Accounts",
                type: "TEXT",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicKey",
                table: "Accounts",
                type: "TEXT",
                unicode: false,
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RefusedSince",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Style",
                table: "Accounts",
                type: "TEXT",
                unicode: false,
                maxLength: 30,
                nullable: false,
                defaultValue: "Hosted");

            migrationBuilder.AddColumn<DateTime>(
                name: "TestedAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UsedSince",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Disputes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProcessorReference = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: false),
                    MoneyReference = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    EvidenceBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OfInvoice = table.Column<long>(type: "INTEGER", nullable: false),
                    OfOverpayment = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount_Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    Amount_Minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disputes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disputes_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_Payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_AccountId_ProcessorReference",
                table: "Refunds",
                columns: new[] { "AccountId", "ProcessorReference" },
                unique: true,
                filter: "[ProcessorReference] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_PredecessorId",
                table: "Refunds",
                column: "PredecessorId",
                unique: true,
                filter: "[PredecessorId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_AccountId_MoneyReference",
                table: "Payments",
                columns: new[] { "AccountId", "MoneyReference" },
                unique: true,
                filter: "[MoneyReference] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_AccountId_MoneyReference",
                table: "Disputes",
                columns: new[] { "AccountId", "MoneyReference" },
                filter: "[PaymentId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_AccountId_ProcessorReference",
                table: "Disputes",
                columns: new[] { "AccountId", "ProcessorReference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_InvoiceId",
                table: "Disputes",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_MerchantId_Mode_OpenedAt_Id",
                table: "Disputes",
                columns: new[] { "MerchantId", "Mode", "OpenedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_PaymentId",
                table: "Disputes",
                column: "PaymentId");

            migrationBuilder.AddForeignKey(
                name: "FK_Refunds_Accounts_AccountId",
                table: "Refunds",
                column: "AccountId",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Refunds_Refunds_PredecessorId",
                table: "Refunds",
                column: "PredecessorId",
                principalTable: "Refunds",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // Payments that were made before: their money is named as they are, and what refunds took or hold of them is counted.
            migrationBuilder.Sql("UPDATE Payments SET MoneyReference = ProcessorReference WHERE Status = 'Succeeded' AND ProcessorReference IS NOT NULL;");
            migrationBuilder.Sql(
                "UPDATE Payments SET GivenBack = (SELECT COALESCE(SUM(Refunds.Amount_Minor), 0) FROM Refunds "
                + "WHERE Refunds.PaymentId = Payments.Id AND Refunds.Status <> 'Failed') WHERE Status = 'Succeeded';");
            migrationBuilder.Sql("UPDATE Refunds SET AccountId = (SELECT Payments.AccountId FROM Payments WHERE Payments.Id = Refunds.PaymentId);");
            migrationBuilder.Sql("UPDATE Refunds SET Postings = 1 WHERE Status = 'Succeeded';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Refunds_Accounts_AccountId",
                table: "Refunds");

            migrationBuilder.DropForeignKey(
                name: "FK_Refunds_Refunds_PredecessorId",
                table: "Refunds");

            migrationBuilder.DropTable(
                name: "Disputes");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_AccountId_ProcessorReference",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_PredecessorId",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Payments_AccountId_MoneyReference",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Actor",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "FailureReason",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Postings",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "PredecessorId",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "DeclinedTries",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "Disputed",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "GivenBack",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "HoldsUntil",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "MoneyReference",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "Style",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "WasOnItsWay",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "DisputeId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "RefundLimit",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "RefundLimitCurrency",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "RefundsWithoutPassword",
                table: "Merchants");

            migrationBuilder.DropColumn(
                name: "IsDraft",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "KeyEnd",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ListNextAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ListedUpTo",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "OwnId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "PublicKey",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RefusedSince",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Style",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "TestedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "UsedSince",
                table: "Accounts");
        }
    }
}
