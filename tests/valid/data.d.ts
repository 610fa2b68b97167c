// What pages and files say to machines.

import type { ClaimReview, NewsArticle, WithContext } from "schema-dts";

type Address = `https://${string}`;
type Day = `${number}-${number}-${number}`;

/** What search engines are told, by schema.org, with what they show of a news article. */
export type Described = WithContext<NewsArticle> & {
  "@type": "NewsArticle";
  headline: string;
  description: string;
  inLanguage: string;
  image: Address;
  datePublished: Day;
  dateModified: Day;
  author: object;
  publisher: object;
  mainEntityOfPage: Address;
};

/** What search engines are told of a statement that was checked, by schema.org, with what they need of a review of a claim. */
export type Reviewed = WithContext<ClaimReview> & {
  "@type": "ClaimReview";
  url: Address;
  claimReviewed: string;
  author: object;
  itemReviewed: { "@type": "Claim"; author: object };
  reviewRating: { "@type": "Rating"; alternateName: string };
};

/** An answer of the kind `rich`, as https://oembed.com has it: what has to be there, and what may be. */
export interface Embedded {
  type: "rich";
  version: "1.0";
  html: string;
  width: number;
  height: number;
  title?: string;
  author_name?: string;
  author_url?: Address;
  provider_name?: string;
  provider_url?: Address;
  cache_age?: number;
  thumbnail_url?: Address;
  thumbnail_width?: number;
  thumbnail_height?: number;
}
