"""What is shown: pages, timelines, evidence, masks, and what fills a paper."""
